package org.pgpoollab.screen.terminal.emulator;

/** Executes control characters and short escape sequences. */
final class ControlInterpreter implements ControlParser.Listener {

    private final TerminalEmulator machine;
    private final SequenceInterpreter sequences;

    ControlInterpreter(TerminalEmulator machine) {
        this.machine = machine;
        this.sequences = new SequenceInterpreter(machine);
    }

    @Override
    public void print(int point) {
        machine.print(point);
    }

    @Override
    public void sequence(ControlSequence sequence) {
        sequences.run(sequence);
    }

    @Override
    public void control(int code) {
        var page = machine.page();
        switch (code) {
            case 0x07 -> machine.ring();
            case '\b' -> page.moveColumns(-1);
            case '\t' -> sequences.tab(1);
            case '\n', 0x0b, '\f' -> page.lineFeed(machine.blank());
            case '\r' -> page.moveTo(0, page.row());
            case 0x0e -> machine.shift(true);
            case 0x0f -> machine.shift(false);
            default -> {}
        }
    }

    @Override
    public void escape(char intermediate, char last) {
        if (intermediate == 0) {
            escape(last);
        } else {
            machine.designate(intermediate, last);
        }
    }

    private void escape(char last) {
        var page = machine.page();
        switch (last) {
            case '7' -> machine.save();
            case '8' -> machine.restore();
            case 'D' -> page.lineFeed(machine.blank());
            case 'E' -> {
                page.moveTo(0, page.row());
                page.lineFeed(machine.blank());
            }
            case 'H' -> machine.tabStops().set(page.column());
            case 'M' -> page.reverseLineFeed(machine.blank());
            case 'c' -> machine.reset();
            default -> {}
        }
    }
}
