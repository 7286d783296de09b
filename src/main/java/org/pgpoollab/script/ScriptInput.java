package org.pgpoollab.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;

/**
 * Reads the lines of a script, each as soon as it has arrived. The input is UTF-8, with or without a byte order mark; lines end in LF or
 * CRLF.
 */
public final class ScriptInput {

    /** The longest line in characters; input with a longer line is refused as no script. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final String name;
    private final String remedy;
    private int line;

    /**
     * @param name how messages name the input
     * @param remedy what to type if the input is no script
     */
    public ScriptInput(InputStream input, String name, String remedy) {
        this.name = name;
        this.remedy = remedy;
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        reader = new BufferedReader(new InputStreamReader(input, decoder));
    }

    /**
     * Returns the next line without its line end; empty at the end of the input.
     *
     * @throws LabException if the input is no text, or cannot be read
     */
    public Optional<String> next() {
        try {
            return readLine();
        } catch (CharacterCodingException e) {
            throw noText("it is not UTF-8");
        } catch (IOException e) {
            throw LabException.failed(name + " cannot be read", Reason.of(e), "");
        }
    }

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
        if (Character.isISOControl(next) && next != '\t' && next != '\r' && next != '\f') {
            throw noText("it has control characters");
        }
        if (text.length() == LONGEST_LINE) {
            throw noText("it is longer than a million characters");
        }
        text.append(next);
    }

    private LabException noText(String why) {
        return LabException.usage(name + " is no script", "line " + line + ": " + why, remedy);
    }

    private static String finished(StringBuilder text) {
        var end = text.length();
        return end > 0 && text.charAt(end - 1) == '\r' ? text.substring(0, end - 1) : text.toString();
    }
}
