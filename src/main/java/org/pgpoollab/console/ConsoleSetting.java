package org.pgpoollab.console;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.pgpoollab.report.TerminalLook;

/**
 * The streams and the environment of the process.
 *
 * @param environment the environment variables
 * @param inputIsTerminal whether standard input is a terminal; the others likewise
 */
public record ConsoleSetting(
        InputStream input,
        PrintStream results,
        PrintStream messages,
        Charset charset,
        Map<String, String> environment,
        Clock clock,
        boolean inputIsTerminal,
        boolean resultsAreTerminal,
        boolean messagesAreTerminal) {

    /** Returns the setting of this process. */
    public static ConsoleSetting ofProcess() {
        return new ConsoleSetting(
                System.in,
                Terminals.output(),
                Terminals.errors(),
                Terminals.charset(),
                System.getenv(),
                Clock.system(ZoneId.systemDefault()),
                Terminals.isTerminal(0),
                Terminals.isTerminal(1),
                Terminals.isTerminal(2));
    }

    /**
     * Returns the setting for a prompt in a pane of the full screen, with colours and UTF-8, or ASCII if the terminal shows no
     * more.
     */
    ConsoleSetting on(OutputStream pane) {
        var shown = showsSigns() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        var stream = new PrintStream(new BufferedOutputStream(pane, 1 << 13), false, shown);
        return new ConsoleSetting(input, stream, stream, shown, environment, clock, true, true, true);
    }

    /** Whether the terminal shows characters outside ASCII. */
    public boolean showsSigns() {
        return charset.newEncoder().canEncode('●');
    }

    TerminalLook look(List<String> words) {
        return new TerminalLook(showsColours(words), showsSigns());
    }

    private boolean showsColours(List<String> words) {
        return resultsAreTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && !words.contains("--plain");
    }
}
