package org.pgpoollab.report;

/**
 * Makes any text safe to print on one line of a terminal: control characters, escape sequences, line ends and characters that change
 * the writing direction become visible signs without their effect.
 */
public final class VisibleText {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7f;

    private VisibleText() {}

    public static String of(String text, TerminalLook look) {
        if (text.chars().allMatch(VisibleText::isHarmless)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(point -> visible.append(shown(point, look)));
        return visible.toString();
    }

    private static boolean isHarmless(int character) {
        return character >= ' ' && character < DELETE;
    }

    private static String shown(int point, TerminalLook look) {
        if (isHarmless(point)) {
            return Character.toString(point);
        }
        if (!look.unicode()) {
            return ascii(point);
        }
        if (point < ' ') {
            return Character.toString(CONTROL_PICTURES + point);
        }
        if (point == DELETE) {
            return "␡";
        }
        return isInvisible(point) ? escaped(point) : Character.toString(point);
    }

    private static String ascii(int point) {
        if (point < ' ' || point == DELETE) {
            return "^" + (char) (point ^ 0x40);
        }
        return AsciiSubstitutes.inText(point);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String escaped(int point) {
        return String.format("\\u{%x}", point);
    }
}
