package org.pgpoollab;

import java.util.Objects;

/**
 * A problem in three short parts: what happened, why, and what to type now. It is the same on the screen, in a script's output and in a bug
 * report. An unknown part is empty, never null.
 */
public record Problem(String what, String why, String remedy) {

    public Problem {
        Objects.requireNonNull(what);
        Objects.requireNonNull(why);
        Objects.requireNonNull(remedy);
    }

    /** Returns the parts as lines to display, without empty parts and without a line end at the end. */
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
