package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Terminal;
import org.pgpoollab.Exit;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.Interruption;

/**
 * Runs the whole program on a {@link FakeTty}, from its arguments to its exit status. Only the terminal, the feed, the session and
 * the clock are fakes. Closing it takes the terminal away if the program has not ended before.
 */
final class ScreenTestSession implements AutoCloseable {

    static final String F1 = "\033OP";
    static final String F2 = "\033OQ";
    static final String F3 = "\033OR";
    static final String F4 = "\033OS";
    static final String F6 = "\033[17~";
    static final String ALT_DOWN = "\033[1;3B";
    static final String PAGE_UP = "\033[5~";
    static final String PAGE_DOWN = "\033[6~";
    static final String ESCAPE = "\033";
    static final String INTERRUPT = "\003";
    static final String END_OF_FILE = "\004";
    static final String SUSPEND = "\032";

    final FakeTty tty;
    final FakeLabFeed feed = new FakeLabFeed();
    final FakeLabSession session = new FakeLabSession();
    private final HandClock clock = new HandClock();
    final Map<String, String> environment = new HashMap<>();

    /** Runs when the program is stopped by ^Z. */
    Runnable stopper = () -> {};

    private final Path home;
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();
    private boolean isOpen;
    private Charset charset = StandardCharsets.UTF_8;

    ScreenTestSession() {
        this("xterm-256color", 100, 30);
    }

    ScreenTestSession(String type, int columns, int rows) {
        try {
            tty = new FakeTty(type, columns, rows);
            home = Files.createTempDirectory("screen-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("TERM", type);
        environment.put("HOME", home.toString());
        environment.put("XDG_STATE_HOME", home.toString());
    }

    ScreenTestSession with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    ScreenTestSession in(Charset narrow) {
        charset = narrow;
        return this;
    }

    /** Starts the program and waits for its prompt. */
    ScreenTestSession open(String... arguments) {
        start(arguments);
        tty.await("lab>");
        return this;
    }

    ScreenTestSession start(String... arguments) {
        isOpen = true;
        var program = new Thread(() -> run(List.of(arguments)), "program");
        program.setDaemon(true);
        program.start();
        return this;
    }

    private void run(List<String> arguments) {
        try {
            exit.complete(console().run(arguments));
        } catch (Throwable fault) {
            exit.completeExceptionally(fault);
        }
    }

    private Console console() {
        return new Console(setting(), (options, tell) -> session, new Interruption(), Display.PLAIN, screen());
    }

    private LiveScreen screen() {
        return new LiveScreen(() -> feed, () -> tty, () -> stopper.run());
    }

    boolean screenFits() {
        return screen().fits(setting());
    }

    private ConsoleSetting setting() {
        var shown = new PrintStream(tty.wire(), true, StandardCharsets.UTF_8);
        return new ConsoleSetting(
                InputStream.nullInputStream(), shown, shown, charset, environment, clock, true, true, true);
    }

    /** Advances the clock and makes the screen read it. */
    void forward(Duration span) {
        clock.forward(span);
        lookAtClock();
    }

    /** Makes the clock throw an exception when it is read, and makes the screen read it. */
    void breakClock() {
        clock.breakDown();
        lookAtClock();
    }

    /** Makes the screen read the clock now, by a signal that the terminal's size has changed. */
    private void lookAtClock() {
        tty.raise(Terminal.Signal.WINCH);
    }

    /** Types a line and presses Enter. */
    void type(String line) {
        tty.press(line + "\r");
    }

    /** Waits for the program's end and returns its exit status; throws an error if the program threw. */
    Exit end() {
        try {
            return exit.get(FakeTty.TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException fault) {
            throw new AssertionError("the program threw", fault.getCause());
        } catch (TimeoutException hung) {
            throw new AssertionError(
                    "the program has not ended:\n" + tty.picture().text(), hung);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns the crash reports that were written. */
    List<String> crashReports() {
        try (var files = Files.walk(home)) {
            var reports = new ArrayList<String>();
            for (var file : files.toList()) {
                if (file.getFileName().toString().startsWith("crash-")) {
                    reports.add(Files.readString(file));
                }
            }
            return reports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            tty.wire().release();
            tty.wire().cut(0);
            lookAtClock();
            tty.close();
            if (isOpen) {
                end();
            }
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
