package org.pgpoollab.catalog;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.report.AsciiSubstitutes;

/** Writes text for a manual page, in the language of man(7), in ASCII. */
final class Roff {

    /** A line that begins so would be a request. */
    private static final Pattern REQUEST = Pattern.compile("^[.']");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!]) +(?=[A-Z])");

    private Roff() {}

    /** Returns the text so that it is shown as it is, hyphens included, because they are typed. */
    static String text(String text) {
        var escaped = text.codePoints().mapToObj(Roff::escaped).collect(Collectors.joining());
        return REQUEST.matcher(escaped).replaceFirst("\\\\&$0");
    }

    /** Returns prose, each sentence on a line of its own: roff then sets the space between them. */
    static String prose(String text) {
        return SENTENCE_END.splitAsStream(text).map(Roff::text).collect(Collectors.joining("\n"));
    }

    /** Returns the text as one argument of a macro. */
    static String argument(String text) {
        return "\"" + text(text) + "\"";
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            case '"' -> "\\(dq";
            default -> point < 0x80 ? Character.toString(point) : AsciiSubstitutes.inText(point);
        };
    }
}
