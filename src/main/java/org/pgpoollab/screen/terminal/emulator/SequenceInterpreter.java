package org.pgpoollab.screen.terminal.emulator;

/** Executes control sequences: the part of xterm's (invisible-island.net/xterm/ctlseqs) that shell programs use. */
final class SequenceInterpreter {

    private static final int MOST_TABS = 1000;

    private final TerminalEmulator machine;

    SequenceInterpreter(TerminalEmulator machine) {
        this.machine = machine;
    }

    void run(ControlSequence sequence) {
        if (sequence.isStandard()) {
            standard(sequence);
        } else if (sequence.isPrivate()) {
            ofDec(sequence);
        } else if (sequence.marker() == '>' && sequence.last() == 'c') {
            machine.reply("\u001b[>0;0;0c");
        } else if (sequence.intermediate() == '!' && sequence.last() == 'p') {
            machine.softReset();
        }
    }

    private void standard(ControlSequence sequence) {
        switch (sequence.last()) {
            case 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'Z', '`', 'a', 'd', 'e', 'f' -> move(sequence);
            case 'J', 'K', 'L', 'M', 'P', 'S', 'T', 'X', '@' -> edit(sequence);
            case 'b' -> machine.repeat(sequence.count());
            case 'c' -> machine.reply("\u001b[?1;2c");
            case 'g' -> clearTabs(sequence.first());
            case 'h', 'l' -> switchStandard(sequence);
            case 'm' -> machine.style(sequence.parameters());
            case 'n' -> report(sequence.first(), "");
            case 'r' -> region(sequence.parameters());
            case 's' -> machine.save();
            case 'u' -> machine.restore();
            default -> {}
        }
    }

    private void move(ControlSequence sequence) {
        var page = machine.page();
        var count = sequence.count();
        switch (sequence.last()) {
            case 'A' -> page.moveUp(count);
            case 'B', 'e' -> page.moveDown(count);
            case 'C', 'a' -> page.moveColumns(count);
            case 'D' -> page.moveColumns(-count);
            case 'E' -> {
                page.moveDown(count);
                page.moveTo(0, page.row());
            }
            case 'F' -> {
                page.moveUp(count);
                page.moveTo(0, page.row());
            }
            case 'G', '`' -> page.moveTo(count - 1, page.row());
            case 'H', 'f' -> machine.moveTo(sequence.parameters().count(1) - 1, count - 1);
            case 'I' -> tab(count);
            case 'Z' -> tabBack(count);
            case 'd' -> machine.moveTo(page.column(), count - 1);
            default -> {}
        }
    }

    void tab(int count) {
        var page = machine.page();
        for (var i = 0; i < Math.min(count, MOST_TABS); i++) {
            page.moveTo(machine.tabStops().after(page.column(), page.grid().columns()), page.row());
        }
    }

    private void tabBack(int count) {
        var page = machine.page();
        for (var i = 0; i < Math.min(count, MOST_TABS); i++) {
            page.moveTo(machine.tabStops().before(page.column()), page.row());
        }
    }

    private void clearTabs(int which) {
        if (which == 0) {
            machine.tabStops().clear(machine.page().column());
        } else if (which == 3) {
            machine.tabStops().clearAll();
        }
    }

    private void edit(ControlSequence sequence) {
        var page = machine.page();
        var blank = machine.blank();
        var count = sequence.count();
        switch (sequence.last()) {
            case 'J' -> page.eraseScreen(sequence.first(), blank);
            case 'K' -> page.eraseLine(sequence.first(), blank);
            case 'L' -> page.insertLines(count, blank);
            case 'M' -> page.deleteLines(count, blank);
            case 'P' -> page.deleteCharacters(count, blank);
            case 'S' -> page.scrollUp(count, blank);
            case 'T' -> page.scrollDown(count, blank);
            case 'X' -> page.eraseCharacters(count, blank);
            case '@' -> page.insertCharacters(count, blank);
            default -> {}
        }
    }

    private void region(SequenceParameters parameters) {
        var page = machine.page();
        var bottom = parameters.at(1) == 0 ? page.grid().rows() : parameters.at(1);
        page.region(parameters.count(0) - 1, bottom);
        machine.moveTo(0, 0);
    }

    /** {@code DSR}: 5 asks for the status, 6 for the cursor's position. */
    private void report(int what, String mark) {
        var page = machine.page();
        if (what == 5) {
            machine.reply("\u001b[" + mark + "0n");
        } else if (what == 6) {
            var row = machine.modes().isRelative() ? page.row() - page.top() : page.row();
            machine.reply("\u001b[" + mark + (row + 1) + ";" + (page.column() + 1) + "R");
        }
    }

    private void switchStandard(ControlSequence sequence) {
        for (var i = 0; i < sequence.parameters().size(); i++) {
            machine.modes().standard(sequence.parameters().at(i), sequence.last() == 'h');
        }
    }

    private void ofDec(ControlSequence sequence) {
        switch (sequence.last()) {
            case 'J', 'K' -> edit(sequence);
            case 'n' -> report(sequence.first(), "?");
            case 'h', 'l' -> {
                for (var i = 0; i < sequence.parameters().size(); i++) {
                    switchOfDec(sequence.parameters().at(i), sequence.last() == 'h');
                }
            }
            default -> {}
        }
    }

    private void switchOfDec(int mode, boolean isOn) {
        switch (mode) {
            case 6 -> {
                machine.modes().ofDec(mode, isOn);
                machine.moveTo(0, 0);
            }
            case 47, 1047 -> machine.showAlternate(isOn);
            case 1048 -> saveOrRestore(isOn);
            case 1049 -> throughSaving(isOn);
            default -> machine.modes().ofDec(mode, isOn);
        }
    }

    private void saveOrRestore(boolean saves) {
        if (saves) {
            machine.save();
        } else {
            machine.restore();
        }
    }

    /** Executes mode 1049, which is 1047 with cursor, style and character sets saved before and restored after it. */
    private void throughSaving(boolean isOn) {
        if (isOn == machine.isAlternate()) {
            return;
        }
        if (isOn) {
            machine.save();
        }
        machine.showAlternate(isOn);
        if (!isOn) {
            machine.restore();
        }
    }
}
