package org.pgpoollab.screen.terminal.emulator;

import org.jline.utils.WCWidth;

/**
 * How many columns a character takes in the emulator: exactly what JLine's line editor reckons with, for where the two differ
 * the editor's cursor goes astray. Whoever paints the picture goes by the widths of its glyphs and does not measure again.
 */
final class CellWidth {

    private static final int BEYOND_ASCII = 0x7f;
    private static final int REPLACEMENT = 0xfffd;
    private static final int FIRST_SELECTOR = 0xfe00;
    private static final int LAST_SELECTOR = 0xfe0f;

    private CellWidth() {}

    /** 0, 1 or 2, of any character but a control character. */
    static int of(int point) {
        return point < BEYOND_ASCII ? 1 : WCWidth.wcwidth(point);
    }

    /**
     * The character that may stand in a picture. What has no shape of its own but acts on its neighbours in ways that terminals do not
     * agree on becomes a replacement sign: a separator of lines, half of a surrogate pair, a sign that turns the writing direction.
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

    /** Whether a character of width 0 may be added to the one before it. Joiners and selectors may not: they change its width. */
    static boolean isCombining(int point) {
        var isSelector = (point >= FIRST_SELECTOR && point <= LAST_SELECTOR) || point >= 0xe0000;
        return !isSelector && shown(point) == point;
    }
}
