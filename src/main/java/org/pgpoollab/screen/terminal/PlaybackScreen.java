package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.serverlog.EventLogLines;
import org.pgpoollab.serverlog.LastLines;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/**
 * Shows a playback on a terminal that nothing else uses meanwhile. The calling thread draws, and one reads keys. The terminal is always
 * restored before {@link #run} returns or throws.
 */
final class PlaybackScreen {

    private static final int LOG_LINES = 12;
    private static final int WAIT_MILLISECONDS = 500;
    private static final int WAIT_WHILE_PLAYING_MILLISECONDS = 80;

    /** A longer time between two frames was no playing: the machine slept, or the terminal was lent. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    private static final List<String> NO_DIFFERENCES = List.of("not known: a playback has no configuration");

    private final Terminal tty;
    private final RecordedLab recorded;
    private final Runnable stopper;
    private final TerminalOwner terminalOwner;
    private final StateStore<PlaybackState> store;
    private final KeyReader keys;
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    /**
     * Prepares the screen without touching the terminal's contents.
     *
     * @param isUnicode whether the terminal shows more than ASCII
     * @param clock has the user's time zone
     * @param stopper stops the process until it is continued
     */
    PlaybackScreen(
            Terminal tty,
            Map<String, String> environment,
            boolean isUnicode,
            Clock clock,
            RecordedLab recorded,
            Playback playback,
            Runnable stopper)
            throws IOException {
        var depth = ColourDepth.of(tty, environment);
        var theme = ThemeChoice.of(depth, isUnicode, environment);
        this.tty = tty;
        this.recorded = recorded;
        this.stopper = stopper;
        this.terminalOwner = new TerminalOwner(tty, depth, isUnicode ? TerminalLook.COLOUR : TerminalLook.ASCII);
        var first = PlaybackViews.at(playback, playback.from(), clock.getZone(), theme);
        this.store = new StateStore<>(PlaybackState.of(playback, first));
        var table = new KeyTable(tty);
        var end = Clock.fixed(playback.to(), clock.getZone());
        this.keys = new KeyReader(tty, table.sequences(), new PlaybackInput(store, table, end, new RecordedActions()));
    }

    /** Runs until the user leaves. */
    void run() throws IOException {
        var before = tty.handle(Signal.WINCH, signal -> store.touch());
        var hook = new RestoreHook(this::fall);
        try {
            terminalOwner.raise();
            keys.start();
            draw();
            play();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            terminalOwner.lower();
            keys.stop();
            tty.handle(Signal.WINCH, before);
            hook.close();
        }
        if (fault.get() != null) {
            throw fault.get();
        }
    }

    private void fall(OutputStream out) {
        terminalOwner.fall(out);
    }

    private void play() throws IOException, InterruptedException {
        var last = System.nanoTime();
        while (store.awaitChange(isPlaying() ? WAIT_WHILE_PLAYING_MILLISECONDS : WAIT_MILLISECONDS)) {
            var now = System.nanoTime();
            var passed = Duration.ofNanos(now - last);
            last = now;
            if (isPlaying() && passed.compareTo(LONGEST_STEP) < 0) {
                store.change(state -> state.pace().isPlaying()
                        ? state.played(passed.multipliedBy(state.pace().speed()))
                        : state);
                // The change is drawn now, and is no reason not to wait.
                store.awaitChange(0);
            }
            draw();
        }
    }

    private boolean isPlaying() {
        return store.now().pace().isPlaying();
    }

    private void draw() throws IOException {
        var size = terminalOwner.size();
        terminalOwner.paint(store.now().picture(size.getColumns(), size.getRows()));
    }

    /** Reads the logs up to the moment that is shown. */
    private final class RecordedSource implements OverlaySource {

        @Override
        public LabFeed.Particulars particulars(Node node) {
            var log = LastLines.of(recorded.logs(), node, store.now().time(), LOG_LINES);
            return new LabFeed.Particulars(log, NO_DIFFERENCES);
        }

        @Override
        public List<LogLine> logLines(Event event) {
            return EventLogLines.of(event, store.now().view().lab().nodes(), recorded.logs());
        }
    }

    /** Pauses the playback for what is to be read. */
    private final class RecordedActions extends TerminalActions {

        RecordedActions() {
            super(terminalOwner, GridStore.ofPlayback(store), new RecordedSource());
        }

        @Override
        public void details(Node node) {
            pause();
            super.details(node);
        }

        @Override
        public void causes(Event event) {
            pause();
            super.causes(event);
        }

        private void pause() {
            store.change(state -> state.with(state.pace().paused()));
        }

        @Override
        public void suspend() {
            try {
                keys.paused(() -> lend());
            } finally {
                store.touch();
            }
        }

        private Object lend() {
            try {
                return terminalOwner.lend(() -> {
                    stopper.run();
                    return "";
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public void end() {
            store.end();
        }

        @Override
        public void fail(RuntimeException thrown) {
            fault.compareAndSet(null, thrown);
            store.end();
        }
    }
}
