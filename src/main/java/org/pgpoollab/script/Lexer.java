package org.pgpoollab.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.pgpoollab.LabException;

/**
 * Splits text into commands and words as a POSIX shell does: {@code '…'}, {@code "…"}, backslash, {@code #} comments, {@code ;}
 * between commands. An open quote, or a backslash at the end of a line, continues in the next line. Nothing is expanded.
 */
public final class Lexer {

    /** The characters that a backslash escapes within double quotes. */
    private static final String ESCAPABLE_IN_QUOTES = "\"\\$`";

    private static final char NONE = 0;

    private final Queue<ScriptStatement> ready = new ArrayDeque<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;
    private boolean continued;
    private int line;
    private int begun;
    private int quoteOpened;
    private Optional<String> comment = Optional.empty();

    /** Returns all commands of a text. */
    public static List<ScriptStatement> statements(String text) {
        var lexer = new Lexer();
        text.lines().forEach(lexer::feed);
        lexer.end();
        return List.copyOf(lexer.ready);
    }

    /** Adds one line, without its line end. */
    public void feed(String next) {
        line++;
        continued = false;
        comment = Optional.empty();
        for (int i = 0; i < next.length(); i++) {
            if (startsComment(next.charAt(i))) {
                comment = Optional.of(next.substring(i + 1));
                break;
            }
            i += take(next, i);
        }
        if (continued) {
            return;
        }
        if (quote == NONE) {
            endStatement();
            return;
        }
        word.append('\n');
        text.append('\n');
    }

    /** Returns what stands behind the {@code #} of the last line. */
    public Optional<String> comment() {
        return comment;
    }

    /** Whether the last line goes on in the next one. */
    public boolean isOpen() {
        return continued || quote != NONE;
    }

    /** Returns the number of the line in which the last quote was opened. */
    public int quoteLine() {
        return quoteOpened;
    }

    /** Returns the next complete command; empty if more lines are needed. */
    public Optional<ScriptStatement> next() {
        return Optional.ofNullable(ready.poll());
    }

    /**
     * Ends the input.
     *
     * @throws LabException if a quote is still open
     */
    public void end() {
        if (quote != NONE) {
            throw LabException.usage(
                    "A quote is not closed",
                    "the " + quote + " in line " + quoteOpened + " has no partner",
                    "close it, or write \\" + quote);
        }
        endStatement();
    }

    /** Processes the character at {@code i}, and returns how many further characters it consumed. */
    private int take(String from, int i) {
        var character = from.charAt(i);
        if (quote == NONE && character == ';') {
            endStatement();
            return 0;
        }
        begin();
        text.append(character);
        if (character == '\\' && quote != '\'') {
            return takeEscaped(from, i);
        }
        if (quote != NONE) {
            takeQuoted(character);
            return 0;
        }
        if (character == '\'' || character == '"') {
            quote = character;
            quoteOpened = line;
            inWord = true;
            return 0;
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            endWord();
            return 0;
        }
        put(character);
        return 0;
    }

    private void takeQuoted(char character) {
        if (character == quote) {
            quote = NONE;
            return;
        }
        word.append(character);
    }

    private int takeEscaped(String from, int i) {
        if (i + 1 == from.length()) {
            // The text stays readable as one line.
            text.setLength(text.length() - 1);
            continued = true;
            return 0;
        }
        var escaped = from.charAt(i + 1);
        text.append(escaped);
        if (quote == '"' && ESCAPABLE_IN_QUOTES.indexOf(escaped) < 0) {
            put('\\');
        }
        put(escaped);
        return 1;
    }

    private boolean startsComment(char character) {
        return character == '#' && quote == NONE && !inWord;
    }

    private void begin() {
        if (words.isEmpty() && !inWord) {
            begun = line;
        }
    }

    private void put(char character) {
        inWord = true;
        word.append(character);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        inWord = false;
        word.setLength(0);
    }

    private void endStatement() {
        endWord();
        if (!words.isEmpty()) {
            ready.add(new ScriptStatement(begun, text.toString().strip(), words));
        }
        words.clear();
        text.setLength(0);
    }
}
