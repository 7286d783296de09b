package org.pgpoollab.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All signs with a meaning, the same on the screen, in text and in docs/screen.md. A sign and its ASCII substitute are each one column
 * wide.
 */
public enum StatusSign {
    GOOD("●", '*', "a primary; good; in events: well again"),
    FOLLOWS("○", 'o', "a standby, as it should be; of a lab: stopped"),
    LEADS("★", '*', "the leader of the watchdog"),
    HOLDS_VIP("◆", '@', "holds the virtual IP"),
    DONE("✓", '+', "done; of `wait` and `expect`: met"),
    BAD("✗", 'x', "down, silent, wrong, failed; two primaries or two holders of the VIP are red as a whole"),
    WARNING("▲", '^', "a warning, as of a standby that does not stream; in a border: more above"),
    PAUSED("‖", '=', "paused on purpose"),
    BROKEN("⊘", '/', "broken on purpose in another way: isolated, cut, slow, lagging, full, lied about"),
    UNKNOWN("?", '?', "not known"),
    NEUTRAL("·", '.', "not asked yet, or not running; in events: something changed"),
    DISAGREES("!", '!', "somebody believes something else than the node says of itself"),
    CUT_OFF("…", '~', "the same, but the truth changed only a moment ago; elsewhere: there is more than fits"),
    CHANGED("›", '>', "changed within the last two seconds; in events: a command that was given"),
    SELECTED("▸", '>', "the selected node"),
    BELOW("▼", 'v', "in a border: more below"),
    FOLLOWS_NODE("←", '<', "in repmgr's table: follows the node named behind it");

    private final String symbol;
    private final char standIn;
    private final String meaning;

    StatusSign(String symbol, char standIn, String meaning) {
        this.symbol = symbol;
        this.standIn = standIn;
        this.meaning = meaning;
    }

    public String symbol() {
        return symbol;
    }

    /** The substitute on a terminal without UTF-8. */
    public String standIn() {
        return String.valueOf(standIn);
    }

    /** Returns the sign, a space, and the text. */
    public String before(String text) {
        return symbol + " " + text;
    }

    @Override
    public String toString() {
        return symbol;
    }

    /** Returns the table for docs/screen.md. */
    public static List<String> table() {
        var rows = Arrays.stream(values())
                .map(sign -> "| `" + sign.symbol + "` | `" + sign.standIn + "` | " + sign.meaning + " |");
        return Stream.concat(Stream.of("| sign | without UTF-8 | means |", "|---|---|---|"), rows)
                .toList();
    }
}
