package org.pgpoollab.screen.terminal.emulator;

import org.jline.utils.WCWidth;

/**
 * Determines how many columns a character takes in the emulator: exactly as many as JLine's line editor assumes, because otherwise
 * the editor would misplace the cursor. Painters use the widths of the glyphs and do not measure again.
 */
final class CellWidth {

    private static final int BEYOND_ASCII = 0x7f;
    private static final int REPLACEMENT = 0xfffd;
    private static final int FIRST_SELECTOR = 0xfe00;
    private static final int LAST_SELECTOR = 0xfe0f;

    private CellWidth() {}

    /** Returns 0, 1 or 2 for any character except control characters. */
    static int of(int point) {
        return point < BEYOND_ASCII ? 1 : WCWidth.wcwidth(point);
    }

    /**
     * Returns the character that a picture may contain. Characters without a shape of their own that affect their neighbours in
     * terminal-specific ways become U+FFFD: line separators, unpaired surrogates, marks that change the writing direction.
     */
    static int shown(int point) {
        if (point < BEYOND_ASCII) {
            return point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> REPLACEMENT;
            default -> (point & 0xfffe) == 0xfffe ? REPLACEMENT : point;
        };
    }

    /**
     * Tells whether a character of width 0 may be added to the one before it. Joiners and variation selectors may not, because they
     * change its width.
     */
    static boolean isCombining(int point) {
        var isSelector = (point >= FIRST_SELECTOR && point <= LAST_SELECTOR) || point >= 0xe0000;
        return !isSelector && shown(point) == point;
    }
}
