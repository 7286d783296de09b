package org.pgpoollab.generate;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes texts so that the programs that read them get them back unchanged. */
public final class ConfigQuoting {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*|-?[0-9]+(\\.[0-9]+)?[A-Za-z]{0,3}");
    private static final Pattern SHELL_PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ConfigQuoting() {}

    /** Returns a value for postgresql.conf, pgpool.conf or repmgr.conf, which share their lexer's rules; quoted if necessary. */
    public static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    static String quoted(String text) {
        return "'" + inside(text) + "'";
    }

    /** Returns the escaped text for use between the quotes of such a value. */
    static String inside(String text) {
        return text.chars().mapToObj(letter -> escaped((char) letter)).collect(Collectors.joining());
    }

    private static String escaped(char letter) {
        if (letter == '\'') {
            return "''";
        }
        if (letter == '\\') {
            return "\\\\";
        }
        if (letter < ' ') {
            return String.format("\\%03o", (int) letter);
        }
        return String.valueOf(letter);
    }

    /** Returns a path as one word of a POSIX shell. */
    static String shellWord(String word) {
        return SHELL_PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns a field for .pgpass or .pcppass. */
    static String field(String text) {
        return text.replace("\\", "\\\\").replace(":", "\\:");
    }
}
