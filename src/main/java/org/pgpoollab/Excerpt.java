package org.pgpoollab;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens text of any length that a user typed, or a server wrote, so that a message can quote it. */
public final class Excerpt {

    /** Text in quotes. An apostrophe inside a word begins none. */
    private static final Pattern QUOTED = Pattern.compile("(?<![^\\s(=])(?:'[^']*+'|\"[^\"]*+\")");

    /** What is longer than any path that a message may have to name. */
    private static final Pattern ENDLESS = Pattern.compile("\\S{240,}+");

    /** How many characters of it are quoted. */
    public static final int LENGTH = 60;

    private Excerpt() {}

    /** Returns the text, of which a longer one loses its end, marked by an ellipsis. */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /** @param length the most characters to return, at least 2 */
    public static String of(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Shortens what a message quotes. */
    static Problem of(Problem problem) {
        return new Problem(quoting(problem.what()), quoting(problem.why()), quoting(problem.remedy()));
    }

    private static String quoting(String text) {
        return endless(QUOTED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(unquoted(found))));
    }

    private static String unquoted(MatchResult found) {
        var text = found.group();
        var sign = text.substring(0, 1);
        return sign + of(text.substring(1, text.length() - 1)) + sign;
    }

    /** Shortens words that are longer than any that a message has to name completely, as a path. */
    public static String endless(String text) {
        return ENDLESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found.group())));
    }
}
