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
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.command.ProgramOptions;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Plays the full screen once before empty seats: nobody sees it, and all code that a start needs has run once. It shows a lab of which
 * nothing is known.
 */
public final class WarmupScreen implements FullScreen {

    private static final Size SIZE = new Size(120, 36);

    /** What is typed, and what has to be on the terminal before. */
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

    /** Knows what was sent since the last cue. */
    private static final class Seats extends ByteArrayOutputStream {

        /** Goes on after a while all the same: a rehearsal must not hang. */
        synchronized void await(String wanted) throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_FOR_A_CUE);
            while (!toString(StandardCharsets.UTF_8).contains(wanted) && System.nanoTime() < end) {
                wait(20);
            }
            reset();
        }
    }

    /** The same, but for one look at a lab of which nothing is known. */
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
        public AutoCloseable watch(ProgramOptions options, Audience audience) {
            audience.running(unknown(other.lab(options)));
            return other.watch(options, audience);
        }

        @Override
        public Particulars particulars(ProgramOptions options, Node node) {
            return other.particulars(options, node);
        }

        private static ClusterState unknown(Lab lab) {
            var postgres = lab.postgresNodes().stream()
                    .map(node -> new PostgresNode(node, Observed.unasked(), Observed.unasked()))
                    .toList();
            var pools = lab.pgpoolNodes().stream()
                    .map(node -> new PoolNode(
                            node, Observed.unasked(), Observed.unasked(), Observed.unasked(), Observed.unasked()))
                    .toList();
            return new ClusterState(lab, Instant.EPOCH, postgres, pools);
        }
    }
}
