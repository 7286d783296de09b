package org.pgpoollab.report;

import java.util.HashMap;
import java.util.Map;

/** Maps characters to their ASCII substitutes: signs, lines, bars, arrows and quotation marks. */
public final class AsciiSubstitutes {

    /** The substitute of a character that has none of its own. */
    public static final String NONE = "?";

    /** Lines and bars, each one column wide. */
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

    /** Substitutes of several characters, for text, where their width does not matter. */
    private static final Map<String, String> IN_TEXT =
            Map.of("…", "...", "←", "<-", "→", "->", "≥", ">=", "≤", "<=", "±", "+-");

    private static final Map<Integer, String> NARROW = narrow();
    private static final Map<Integer, String> WIDE = wide();

    private AsciiSubstitutes() {}

    /** Returns a substitute of any width: {@code ...}. */
    public static String inText(int point) {
        return point < 0x80 ? Character.toString(point) : WIDE.getOrDefault(point, NONE);
    }

    /** Returns a substitute one column wide, for a cell of a picture. */
    public static String inCell(int point) {
        return point < 0x80 ? Character.toString(point) : NARROW.getOrDefault(point, NONE);
    }

    private static Map<Integer, String> narrow() {
        var each = new HashMap<Integer, String>();
        DRAWN.forEach((characters, standIn) -> characters.codePoints().forEach(point -> each.put(point, standIn)));
        for (var sign : StatusSign.values()) {
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
