package org.pgpoollab.screen.terminal.emulator;

/** What a program switched on and off by {@code CSI h} and {@code CSI l}. */
final class TerminalModes {

    private static final int INSERT = 4;
    private static final int ORIGIN = 6;
    private static final int AUTOWRAP = 7;
    private static final int CURSOR = 25;
    private static final int BRACKETED_PASTE = 2004;

    private boolean inserts;
    private boolean isRelative;
    private boolean wraps = true;
    private boolean showsCursor = true;
    private boolean bracketsPaste;

    /** A mode of ECMA-48; others than insert are not known and change nothing. */
    void standard(int mode, boolean isOn) {
        if (mode == INSERT) {
            inserts = isOn;
        }
    }

    /** A mode of DEC's or xterm's; what is not known changes nothing. */
    void ofDec(int mode, boolean isOn) {
        switch (mode) {
            case ORIGIN -> isRelative = isOn;
            case AUTOWRAP -> wraps = isOn;
            case CURSOR -> showsCursor = isOn;
            case BRACKETED_PASTE -> bracketsPaste = isOn;
            default -> {}
        }
    }

    /** What {@code DECSTR} does to modes. */
    void reset() {
        inserts = false;
        isRelative = false;
        wraps = true;
        showsCursor = true;
    }

    boolean inserts() {
        return inserts;
    }

    /** Rows are counted from the top of the scrolling region. */
    boolean isRelative() {
        return isRelative;
    }

    boolean wraps() {
        return wraps;
    }

    boolean showsCursor() {
        return showsCursor;
    }

    boolean bracketsPaste() {
        return bracketsPaste;
    }
}
