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
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.serverlog.LogLine;
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

    /** The keys to type, each with a word that must be written first; empty if anything must be. */
    private static final List<Keystrokes> KEYSTROKES = List.of(
            new Keystrokes("lab>", "\025stat\t"),
            new Keystrokes("", "\r"),
            new Keystrokes("", "\033OP"),
            new Keystrokes("Help", "\033"),
            new Keystrokes("", "\033[1;3B\033"),
            new Keystrokes("", "psql sel\t\003"),
            new Keystrokes("lab>", "exit\r"));

    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** So long nothing more is written once the screen has drawn what a key has changed. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Supplier<LabFeed> feed;

    private record Keystrokes(String seen, String typed) {}

    public WarmupScreen(Supplier<LabFeed> feed) {
        this.feed = feed;
    }

    @Override
    public boolean fits(ConsoleSetting setting) {
        return true;
    }

    @Override
    public Exit show(PromptSession conversation) {
        var drawn = new DrawnText();
        try (var tty = new LineDisciplineTerminal(
                "rehearsal", "xterm-256color", drawn, StandardCharsets.UTF_8, SignalHandler.SIG_IGN)) {
            tty.setSize(SIZE);
            var performance = new FullScreenSession(tty, conversation, new Unknown(feed.get()), () -> {});
            var prompter = new Thread(() -> prompt(tty, drawn), "prompter");
            prompter.setDaemon(true);
            prompter.start();
            return performance.run();
        } catch (IOException e) {
            throw LabException.failed("The rehearsal broke off", String.valueOf(e.getMessage()), "");
        }
    }

    private static void prompt(LineDisciplineTerminal tty, DrawnText drawn) {
        try {
            for (var keys : KEYSTROKES) {
                drawn.await(keys.seen());
                tty.processInputBytes(keys.typed().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The screen has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The terminal's output since the last keys were typed. */
    private static final class DrawnText extends ByteArrayOutputStream {

        private long writtenAt;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            writtenAt = System.nanoTime();
        }

        /**
         * Waits until the screen has drawn, but not for ever, so that the warm-up never hangs.
         *
         * @param wanted a word that it must have drawn; without spaces, which are not drawn where they stood before
         */
        synchronized void await(String wanted) throws InterruptedException {
            var end = System.nanoTime() + LONGEST_WAIT_NANOS;
            while (!hasDrawn(wanted) && System.nanoTime() < end) {
                wait(20);
            }
            reset();
        }

        private boolean hasDrawn(String wanted) {
            return size() > 0
                    && System.nanoTime() - writtenAt >= QUIET_NANOS
                    && toString(StandardCharsets.UTF_8).contains(wanted);
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
