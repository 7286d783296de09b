package org.pgpoollab.screen.terminal.emulator;

/**
 * Which of the two character sets are DEC's line drawing characters instead of ASCII, and which one is in use.
 *
 * @param isSecond {@code SO} chose G1, {@code SI} chooses G0 again
 */
record Charsets(boolean firstDraws, boolean secondDraws, boolean isSecond) {

    static final Charsets ASCII = new Charsets(false, false, false);

    /** From {@code `} to {@code ~}, as in the table of the VT100 (also terminfo's acsc). */
    private static final String DRAWN = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    /** {@code ESC ( set} and {@code ESC ) set}. */
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
