package org.pgpoollab.screen.picture;

/** Escapes text for XML files. */
final class XmlText {

    private XmlText() {}

    /** Returns the text escaped for XML 1.0. A character that XML does not allow becomes U+FFFD. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> escaped.append(escaped(point)));
        return escaped.toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            default -> isAllowed(point) ? Character.toString(point) : "\ufffd";
        };
    }

    private static boolean isAllowed(int point) {
        return point >= ' ' && (point < 0xd800 || point > 0xdfff) && point != 0xfffe && point != 0xffff;
    }
}
