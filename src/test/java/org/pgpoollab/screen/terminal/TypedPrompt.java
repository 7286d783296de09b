package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.screen.Area;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.Interruption;

/** The real prompt in a pane, at which lines are typed about a lab in a given state. */
final class TypedPrompt implements FullScreen {

    private static final int LIMIT_SECONDS = 20;

    private final PromptPane pane;
    private final List<String> lines;
    private final Semaphore news = new Semaphore(0);
    private volatile Picture seen;

    private TypedPrompt(PromptPane pane, List<String> lines) {
        this.pane = pane;
        this.lines = lines;
        this.seen = pane.picture(0, "");
        pane.screen().onChange(news::release);
    }

    /** Returns what the pane shows when all lines were executed and the prompt is back. */
    static Picture after(ClusterState state, Area area, List<String> lines) {
        try (var pane = new PromptPane(area.columns(), area.rows())) {
            var prompt = new TypedPrompt(pane, lines);
            prompt.console(state).run(List.of());
            return prompt.seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Console console(ClusterState state) {
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var setting = new ConsoleSetting(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                StandardCharsets.UTF_8,
                Map.of("TERM", "xterm-256color"),
                Clock.fixed(Given.NOW, ZoneOffset.UTC),
                true,
                true,
                true);
        var session = new FakeLabSession();
        session.looks.set(0, state);
        return new Console(setting, (options, tell) -> session, new Interruption(), Display.PLAIN, this);
    }

    @Override
    public boolean fits(ConsoleSetting setting) {
        return true;
    }

    @Override
    public Exit show(PromptSession conversation) {
        var typist = new Thread(this::type, "typist");
        typist.setDaemon(true);
        typist.start();
        return conversation.hold(pane.terminal(), Display.PLAIN, "");
    }

    /** Types the lines, and then a letter that is shown only after all of them were executed. That letter is deleted again. */
    private void type() {
        lines.forEach(line -> pane.send(line + "\r"));
        pane.send("x");
        awaitLine(PromptSession.PROMPT + "x");
        pane.send("\u0015");
        awaitLine(PromptSession.PROMPT.strip());
        seen = pane.picture(0, "");
        pane.send("\u0004");
    }

    /** Waits until the cursor is in this line. */
    private void awaitLine(String expected) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!hasCursorIn(expected)) {
            var left = deadline - System.nanoTime();
            assertTrue(
                    left > 0,
                    () -> "no '" + expected + "' in\n" + pane.picture(0, "").text());
            tryAcquire(left);
        }
    }

    private boolean hasCursorIn(String expected) {
        var picture = pane.picture(0, "");
        return picture.cursor()
                .filter(place -> picture.line(place.row()).equals(expected))
                .isPresent();
    }

    private void tryAcquire(long nanoseconds) {
        try {
            news.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
