package org.pgpoollab.screen.terminal.emulator;

/**
 * Which of the two character sets is DEC's line drawing set instead of ASCII, and which one is in use.
 *
 * @param isSecond whether {@code SO} has selected G1; {@code SI} selects G0 again
 */
record Charsets(boolean firstDraws, boolean secondDraws, boolean isSecond) {

    static final Charsets ASCII = new Charsets(false, false, false);

    /** The characters for {@code `} to {@code ~}, as in the VT100's table (also terminfo's acsc). */
    private static final String DRAWN = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    /** Returns the sets after {@code ESC ( set} or {@code ESC ) set}. */
    Charsets designated(char which, char set) {
        return switch (which) {
            case '(' -> new Charsets(set == '0', secondDraws, isSecond);
            case ')' -> new Charsets(firstDraws, set == '0', isSecond);
            default -> this;
        };
    }

    Charsets shifted(boolean toSecond) {
        return new Charsets(firstDraws, secondDraws, toSecond);
    }

    int shown(int point) {
        var draws = isSecond ? secondDraws : firstDraws;
        return draws && point >= '`' && point <= '~' ? DRAWN.charAt(point - '`') : point;
    }
}
