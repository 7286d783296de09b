package org.pgpoollab.topology;

/** Formats a user's text for a message: short, and without control characters. */
final class MessageText {

    private static final int LONGEST = 40;

    private MessageText() {}

    static String text(String raw) {
        if (raw.isEmpty()) {
            return "empty";
        }
        var begin = raw.length() > 2 * LONGEST ? raw.substring(0, 2 * LONGEST) : raw;
        var plain = begin.replaceAll("\\p{Cntrl}|[\\x{80}-\\x{9f}]", "?");
        var shown = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        return shown.contains(" ") || shown.contains("?") ? "\"" + shown + "\"" : shown;
    }
}
