package org.pgpoollab;

import java.util.Objects;

/**
 * Something that went wrong, told in three short lines: what happened, why, and what to type now. The same on the screen, in a
 * script's output and in a bug report. A part that is not known is empty, never null.
 */
public record Problem(String what, String why, String remedy) {

    public Problem {
        Objects.requireNonNull(what);
        Objects.requireNonNull(why);
        Objects.requireNonNull(remedy);
    }

    /** The three lines as people read them; empty parts are left out. Ends without a line end. */
    public String text() {
        var text = new StringBuilder("✗ ").append(indented(what));
        if (!why.isEmpty()) {
            text.append("\n  because  ").append(indented(why));
        }
        if (!remedy.isEmpty()) {
            text.append("\n  try      ").append(indented(remedy));
        }
        return text.toString();
    }

    private static String indented(String part) {
        return part.strip().replace("\n", "\n           ");
    }
}
