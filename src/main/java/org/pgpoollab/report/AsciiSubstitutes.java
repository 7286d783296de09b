package org.pgpoollab.report;

import java.util.HashMap;
import java.util.Map;

/** The one table of what is shown in ASCII instead of a character: signs, strokes, bars, arrows and quotation marks. */
public final class AsciiSubstitutes {

    /** For a character that has none. */
    public static final String NONE = "?";

    /** Strokes and bars, each one column wide. */
    private static final Map<String, String> DRAWN = Map.ofEntries(
            Map.entry("▪▶", "*"),
            Map.entry("◐", "o"),
            Map.entry("×", "x"),
            Map.entry("⚠", "!"),
            Map.entry("–—─", "-"),
            Map.entry("│▏▎▍", "|"),
            Map.entry("█▉▊▋▌▒", "#"),
            Map.entry("▁▂", "_"),
            Map.entry("▃▄▅", "-"),
            Map.entry("▆▇", "="),
            Map.entry("┌┐└┘├┤┬┴┼╭╮╰╯", "+"),
            Map.entry("“”„", "\""),
            Map.entry("‘’", "'"),
            Map.entry("→", ">"),
            Map.entry("≥", ">"),
            Map.entry("≤", "<"));

    /** In text there is room for more than one character. */
    private static final Map<String, String> IN_TEXT =
            Map.of("…", "...", "←", "<-", "→", "->", "≥", ">=", "≤", "<=", "±", "+-");

    private static final Map<Integer, String> NARROW = narrow();
    private static final Map<Integer, String> WIDE = wide();

    private AsciiSubstitutes() {}

    /** As wide as it needs to be: {@code ...}. */
    public static String inText(int point) {
        return point < 0x80 ? Character.toString(point) : WIDE.getOrDefault(point, NONE);
    }

    /** One column wide, for a cell of a picture. */
    public static String inCell(int point) {
        return point < 0x80 ? Character.toString(point) : NARROW.getOrDefault(point, NONE);
    }

    private static Map<Integer, String> narrow() {
        var each = new HashMap<Integer, String>();
        DRAWN.forEach((characters, standIn) -> characters.codePoints().forEach(point -> each.put(point, standIn)));
        for (var sign : Sign.values()) {
            each.put(sign.symbol().codePointAt(0), sign.standIn());
        }
        return Map.copyOf(each);
    }

    private static Map<Integer, String> wide() {
        var each = new HashMap<>(NARROW);
        IN_TEXT.forEach((character, standIn) -> each.put(character.codePointAt(0), standIn));
        return Map.copyOf(each);
    }
}
