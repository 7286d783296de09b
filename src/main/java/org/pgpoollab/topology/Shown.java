package org.pgpoollab.topology;

/** Texts of a user's as a message can show them: short, and without control characters. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String text(String raw) {
        if (raw.isEmpty()) {
            return "empty";
        }
        var plain = raw.replaceAll("\\p{Cntrl}", "?");
        var shown = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        return shown.contains(" ") || shown.contains("?") ? "\"" + shown + "\"" : shown;
    }
}
