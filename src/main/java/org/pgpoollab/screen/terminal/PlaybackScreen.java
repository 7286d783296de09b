package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.TerminalSize;
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
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.overlay.NodeDetails;
import org.pgpoollab.screen.overlay.NodeDetailsModel;
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
        this.keys = new KeyReader(tty, table.sequences(), new PlaybackInput(store, table, end, new Wiring()));
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

    /** Carries out the key actions that go beyond the state, on the thread that reads keys. */
    private final class Wiring implements InputHandler.Actions {

        @Override
        public ScreenLayout layout(ScreenView view) {
            var size = size();
            return ScreenLayout.of(view, size.getColumns(), size.getRows());
        }

        @Override
        public Overlay fitted(Overlay overlay) {
            var size = size();
            var styles = OverlayTheme.of(store.now().view().theme());
            return overlay instanceof Overlay.Reading reading
                    ? reading.within(size.getColumns(), size.getRows(), styles)
                    : overlay;
        }

        private TerminalSize size() {
            try {
                return terminalOwner.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void repaint() {
            terminalOwner.repaint();
            store.touch();
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

        /** Shows the details of a node at the moment that is shown, with the log up to it. */
        @Override
        public void details(Node node) {
            var state = store.now();
            state.view().state().ifPresent(cluster -> {
                var log = recorded.logs().lastLines(node, state.time(), LOG_LINES);
                var model = NodeDetailsModel.of(cluster, node, log, NO_DIFFERENCES);
                store.change(now -> now.with(now.screen().with(new Overlay.Details(NodeDetails.of(model), node, 0)))
                        .with(now.pace().paused()));
            });
        }

        @Override
        public void causes(Event event) {
            // No key of a playback asks for the log lines of an event.
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
