package org.pgpoollab.screen.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.journal.LogLine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Runs the full screen once on an invisible terminal, so that all code that a start needs has run once. It shows a lab with unknown
 * facts only.
 */
public final class WarmupScreen implements FullScreen {

    private static final Size SIZE = new Size(120, 36);

    /** The keys to type, each with the text that must be on the terminal first. */
    private static final List<Cue> CUES = List.of(
            new Cue("lab>", "\025sta\t"),
            new Cue("status", "\r"),
            new Cue("not running", "\033OP"),
            new Cue("Help", "\033"),
            new Cue("lab>", "\033[1;3B\033"),
            new Cue("lab>", "psql sel\t\003"),
            new Cue("lab>", "exit\r"));

    private static final long MILLISECONDS_FOR_A_CUE = 2000;

    private final Supplier<LabFeed> feed;

    private record Cue(String seen, String typed) {}

    public WarmupScreen(Supplier<LabFeed> feed) {
        this.feed = feed;
    }

    @Override
    public boolean fits(Console.Setting setting) {
        return true;
    }

    @Override
    public Exit show(PromptSession conversation) {
        var seats = new Seats();
        try (var tty = new LineDisciplineTerminal(
                "rehearsal", "xterm-256color", seats, StandardCharsets.UTF_8, SignalHandler.SIG_IGN)) {
            tty.setSize(SIZE);
            var performance = new FullScreenSession(tty, conversation, new Unknown(feed.get()), () -> {});
            var prompter = new Thread(() -> prompt(tty, seats), "prompter");
            prompter.setDaemon(true);
            prompter.start();
            return performance.run();
        } catch (IOException e) {
            throw LabException.failed("The rehearsal broke off", String.valueOf(e.getMessage()), "");
        }
    }

    private static void prompt(LineDisciplineTerminal tty, Seats seats) {
        try {
            for (var cue : CUES) {
                seats.await(cue.seen());
                tty.processInputBytes(cue.typed().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The screen has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The terminal's output since the last cue. */
    private static final class Seats extends ByteArrayOutputStream {

        /** Waits for a text, at most for the time of one cue, so that the warm-up never hangs. */
        synchronized void await(String wanted) throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_FOR_A_CUE);
            while (!toString(StandardCharsets.UTF_8).contains(wanted) && System.nanoTime() < end) {
                wait(20);
            }
            reset();
        }
    }

    /** A feed that first reports a snapshot with unknown facts only, and otherwise behaves like another feed. */
    private record Unknown(LabFeed other) implements LabFeed {

        @Override
        public Lab lab(ProgramOptions options) {
            return other.lab(options);
        }

        @Override
        public boolean isRunning(ProgramOptions options) {
            return other.isRunning(options);
        }

        @Override
        public AutoCloseable watch(ProgramOptions options, FeedListener listener) {
            listener.running(ClusterState.nothingKnown(other.lab(options), Instant.EPOCH));
            return other.watch(options, listener);
        }

        @Override
        public Particulars particulars(ProgramOptions options, Node node) {
            return other.particulars(options, node);
        }

        @Override
        public List<LogLine> logLines(ProgramOptions options, Event event) {
            return other.logLines(options, event);
        }
    }
}
