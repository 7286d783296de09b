package org.pgpoollab.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pgpoollab.LabException;

/**
 * Reads commands from standard input, each as soon as its line has arrived, so that a program may write them one by one. The input is
 * UTF-8, with or without a byte order mark; lines end in LF or CRLF.
 */
final class ScriptReader implements ScriptRun.StatementSource {

    /** The longest line in characters; input with a longer line is refused as no script. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final Lexer lexer = new Lexer();
    private final String program;
    private int line;
    private boolean ended;

    /** @param program how this program was called, see {@link LaunchCommand#as} */
    ScriptReader(InputStream input, String program) {
        this.program = program;
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        reader = new BufferedReader(new InputStreamReader(input, decoder));
    }

    /** @throws LabException if the input is no text, or a quote is open at its end */
    @Override
    public Optional<ScriptStatement> next() {
        var next = lexer.next();
        while (next.isEmpty() && !ended) {
            feed();
            next = lexer.next();
        }
        return next;
    }

    private void feed() {
        try {
            var text = readLine();
            if (text.isEmpty()) {
                ended = true;
                lexer.end();
                return;
            }
            lexer.feed(text.orElseThrow());
        } catch (CharacterCodingException e) {
            throw noText("it is not UTF-8");
        } catch (IOException e) {
            throw LabException.failed("Standard input cannot be read", String.valueOf(e.getMessage()), "");
        }
    }

    /** Reads a line without its line end; empty at the end of the input. */
    private Optional<String> readLine() throws IOException {
        var text = new StringBuilder();
        line++;
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n') {
                return Optional.of(finished(text));
            }
            take(text, (char) next);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(finished(text));
    }

    private void take(StringBuilder text, char next) {
        if (line == 1 && text.isEmpty() && next == BYTE_ORDER_MARK) {
            return;
        }
        if (next < ' ' && next != '\t' && next != '\r' && next != '\f') {
            throw noText("it has control characters");
        }
        if (text.length() == LONGEST_LINE) {
            throw noText("it is longer than a million characters");
        }
        text.append(next);
    }

    private LabException noText(String why) {
        return LabException.usage(
                "Standard input is no script",
                "line " + line + ": " + why,
                program + " < file, with one command a line");
    }

    private static String finished(StringBuilder text) {
        var end = text.length();
        return end > 0 && text.charAt(end - 1) == '\r' ? text.substring(0, end - 1) : text.toString();
    }
}
