package org.pgpoollab.completion;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.report.AsciiSubstitutes;

/** Shortens descriptions to what shells show beside a word, in ASCII, because a script may be read in any locale. */
final class Summary {

    private static final Pattern END = Pattern.compile("\\.(\\s.*)?$");

    private Summary() {}

    /** Returns the first sentence without its full stop. */
    static String of(String description) {
        return END.matcher(ascii(description)).replaceFirst("");
    }

    private static String ascii(String text) {
        return text.codePoints()
                .mapToObj(point -> point < 0x80 ? Character.toString(point) : AsciiSubstitutes.inText(point))
                .collect(Collectors.joining());
    }
}
