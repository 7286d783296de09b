package org.pgpoollab.screen.terminal.emulator;

/** The modes that a program switches by {@code CSI h} and {@code CSI l}. */
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

    /** Switches a mode of ECMA-48. Every mode except insert is ignored. */
    void standard(int mode, boolean isOn) {
        if (mode == INSERT) {
            inserts = isOn;
        }
    }

    /** Switches a mode of DEC or xterm. Unknown modes are ignored. */
    void ofDec(int mode, boolean isOn) {
        switch (mode) {
            case ORIGIN -> isRelative = isOn;
            case AUTOWRAP -> wraps = isOn;
            case CURSOR -> showsCursor = isOn;
            case BRACKETED_PASTE -> bracketsPaste = isOn;
            default -> {}
        }
    }

    /** Resets the modes as {@code DECSTR} does. */
    void reset() {
        inserts = false;
        isRelative = false;
        wraps = true;
        showsCursor = true;
    }

    boolean inserts() {
        return inserts;
    }

    /** Tells whether rows are counted from the top of the scrolling region. */
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
