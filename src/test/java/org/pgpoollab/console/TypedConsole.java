package org.pgpoollab.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.output.ResultStream;
import org.pgpoollab.screen.terminal.PlainDisplay;
import org.pgpoollab.session.Interruption;

/** The whole console on streams that a test can read, with a lab session that does nothing. */
final class TypedConsole {

    final FakeLabSession session = new FakeLabSession();
    final Interruption interruption = new Interruption();
    final Map<String, String> environment = new HashMap<>();
    int desksOpened;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private OutputStream resultStream = results;
    private byte[] input = new byte[0];
    private boolean terminal;
    private Charset charset = StandardCharsets.UTF_8;

    /** Sets what is typed or piped into standard input. */
    TypedConsole reading(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8));
    }

    TypedConsole reading(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    TypedConsole withSomebodyThere() {
        terminal = true;
        return this;
    }

    TypedConsole in(Charset narrow) {
        charset = narrow;
        return this;
    }

    TypedConsole writingTo(OutputStream stream) {
        resultStream = stream;
        return this;
    }

    TypedConsole with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Exit run(String... arguments) {
        var out = new ResultStream(resultStream, charset);
        var clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
        var setting = new ConsoleSetting(
                new ByteArrayInputStream(input),
                out,
                new PrintStream(messages, false, charset),
                charset,
                environment,
                clock,
                terminal,
                false,
                false);
        var console = new Console(
                setting,
                (options, tell) -> {
                    desksOpened++;
                    return session;
                },
                interruption,
                new PlainDisplay(environment, clock),
                FullScreen.NONE);
        var exit = console.run(List.of(arguments));
        out.flush();
        return exit;
    }

    String results() {
        return results.toString(charset);
    }

    String messages() {
        return messages.toString(charset);
    }
}
