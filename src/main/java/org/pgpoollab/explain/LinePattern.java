package org.pgpoollab.explain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text that occurs somewhere in a log line; {@code *} stands for any text. It is no regular expression, so that a log of a hundred
 * thousand lines is searched for hundreds of them within seconds.
 *
 * @param parts the texts between the asterisks, in their order
 */
public record LinePattern(String text, VersionRange versions, List<String> parts) {

    public LinePattern {
        parts = List.copyOf(parts);
    }

    static LinePattern of(String text, VersionRange versions) {
        return new LinePattern(
                text,
                versions,
                Stream.of(text.split("\\*", -1)).filter(part -> !part.isEmpty()).toList());
    }

    /** Whether all parts occur in this order. Upper and lower case differ, as they do between versions. */
    public boolean occursIn(String line) {
        return placeIn(line) >= 0;
    }

    /** Returns where the first part occurs; -1 if not all parts occur in this order. */
    int placeIn(String line) {
        var first = line.indexOf(parts.get(0));
        var from = first;
        for (var part : parts) {
            var at = from < 0 ? -1 : line.indexOf(part, from);
            from = at < 0 ? -1 : at + part.length();
        }
        return from < 0 ? -1 : first;
    }

    /** The number of characters that must occur. Of two patterns for a line the one with more says more about it. */
    int length() {
        return parts.stream().mapToInt(String::length).sum();
    }

    LinePattern inLowerCase() {
        return of(text.toLowerCase(Locale.ROOT), versions);
    }
}
