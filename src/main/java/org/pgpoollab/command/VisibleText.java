package org.pgpoollab.command;

/** Makes what would act on a terminal visible instead: control characters, escape sequences, marks that turn the text's direction. */
final class VisibleText {

    private VisibleText() {}

    static String of(String text) {
        if (text.chars().noneMatch(VisibleText::acts)) {
            return text;
        }
        var visible = new StringBuilder();
        text.chars().forEach(character -> append(visible, (char) character));
        return visible.toString();
    }

    private static boolean acts(int character) {
        return character < ' ' && character != '\t'
                || character >= 0x7f && character < 0xa0
                || character >= 0x202a && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069;
    }

    private static void append(StringBuilder visible, char character) {
        if (!acts(character)) {
            visible.append(character);
            return;
        }
        if (character <= 0x7f) {
            visible.append('^').append((char) (character ^ 0x40));
            return;
        }
        visible.append("\\u%04x".formatted((int) character));
    }
}
