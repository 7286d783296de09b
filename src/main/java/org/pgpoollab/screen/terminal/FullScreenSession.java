package org.pgpoollab.screen.terminal;

import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.tutorial.LessonListener;
import org.pgpoollab.tutorial.SnapshotRelay;

/**
 * Runs the full screen on any terminal, from its first frame to its last. The calling thread draws; one thread runs the prompt, one
 * reads keys, and the feed reports on others. The terminal is always restored before {@link #run} returns or throws.
 */
final class FullScreenSession {

    /** The minimum time between two frames, which limits them to about sixty a second. */
    private static final long NANOSECONDS_A_FRAME = 16_000_000;

    /** The maximum time between two frames, so that clocks and change marks are updated without an event. */
    private static final int LONGEST_WAIT_MILLISECONDS = 500;

    private final Terminal tty;
    private final PromptSession conversation;
    private final LabFeed feed;
    private final Runnable stopper;
    private final Clock clock;
    private final TerminalOwner terminalOwner;
    private final StateStore<ScreenState> store;
    private final PromptPane pane;
    private final InputHandler inputHandler;
    private final KeyReader keys;
    private final FullScreenDisplay display;
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile boolean over;

    /**
     * Prepares the screen without touching the terminal's contents.
     *
     * @param stopper stops the process until it is continued
     */
    FullScreenSession(Terminal tty, PromptSession conversation, LabFeed feed, Runnable stopper) throws IOException {
        var setting = conversation.setting();
        var depth = ColourDepth.of(tty, setting.environment());
        var unicode = setting.showsSigns();
        this.tty = tty;
        this.conversation = conversation;
        this.feed = feed;
        this.stopper = stopper;
        this.clock = setting.clock();
        this.terminalOwner = new TerminalOwner(tty, depth, unicode ? TerminalLook.COLOUR : TerminalLook.ASCII);
        var lab = feed.lab(conversation.options());
        var view = ScreenView.of(
                        lab, clock.instant(), clock.getZone(), ThemeChoice.of(depth, unicode, setting.environment()))
                .withMessage(conversation.options().readOnly() ? "read-only" : "")
                .looking();
        this.store = new StateStore<>(ScreenState.of(view));
        var size = terminalOwner.size();
        this.pane = new PromptPane(size.getColumns(), Math.max(1, size.getRows() / 3));
        pane.screen().onChange(store::touch);
        var table = new KeyTable(tty);
        this.inputHandler = new InputHandler(store, pane, table, new LiveActions());
        this.keys = new KeyReader(tty, table.sequences(), inputHandler);
        this.display = new FullScreenDisplay(
                terminalOwner,
                keys,
                store,
                this::picture,
                ThemeChoice.colours(setting.environment()),
                clock,
                tty,
                new PlaybackOpening(setting.environment(), unicode, clock, stopper));
    }

    /** Runs until the user leaves, and throws the first failure of any of the screen's threads. */
    Exit run() throws IOException {
        tty.handle(Signal.WINCH, signal -> store.touch());
        // A program that has the terminal, such as psql, shares it with this process: its ^C must end neither.
        tty.handle(Signal.INT, signal -> pane.interrupt());
        tty.handle(Signal.TSTP, signal -> guard(() -> display.suspend(stopper)));
        tty.handle(Signal.CONT, signal -> guard(this::retake));
        try {
            perform();
        } finally {
            over = true;
            tty.handle(Signal.TSTP, SignalHandler.SIG_DFL);
            tty.handle(Signal.CONT, SignalHandler.SIG_DFL);
            pane.close();
        }
        throwFault();
        sayGoodbye();
        return Exit.DONE;
    }

    private void perform() throws IOException {
        AutoCloseable watching = () -> {};
        try {
            terminalOwner.raise();
            draw();
            var prompt = new Thread(this::holdPrompt, "prompt");
            prompt.setDaemon(true);
            prompt.start();
            keys.start();
            watching = watch();
            screenState();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            terminalOwner.lower();
            keys.stop();
            display.close();
            close(watching);
        }
    }

    /** Begins to watch the lab, and the lesson that is played on it, with the same snapshots. */
    private AutoCloseable watch() {
        var relay = new SnapshotRelay();
        var lesson = conversation.lessonWatch(relay, new LessonFeed());
        var watching = feed.watch(conversation.options(), new FeedListener(relay));
        return () -> {
            watching.close();
            lesson.close();
            relay.close();
        };
    }

    /** Returns a stream whose text appears between the output of commands. */
    OutputStream paneOutput() {
        return pane.terminal().output();
    }

    /** Restores the terminal at the end of the process, and prevents any further drawing. */
    void fall(OutputStream out) {
        terminalOwner.fall(out);
    }

    /**
     * Takes the terminal back after SIGCONT. The system sends that signal also after a hangup, when the terminal is gone; then the
     * screen ends.
     */
    private void retake() {
        try {
            terminalOwner.retake();
            store.touch();
        } catch (IOException | IOError | IllegalStateException gone) {
            store.end();
        }
    }

    private void screenState() throws IOException, InterruptedException {
        var last = System.nanoTime() - NANOSECONDS_A_FRAME;
        while (store.awaitChange(LONGEST_WAIT_MILLISECONDS)) {
            var early = NANOSECONDS_A_FRAME - (System.nanoTime() - last);
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
            last = System.nanoTime();
            draw();
        }
    }

    private void draw() throws IOException {
        terminalOwner.paint(picture());
    }

    private Picture picture() throws IOException {
        var size = terminalOwner.size();
        var screenState = store.now();
        return ScreenRenderer.of(
                screenState.with(screenState.view().at(clock.instant())), pane, size.getColumns(), size.getRows());
    }

    private void holdPrompt() {
        try {
            conversation.hold(pane.terminal(), display, begun());
            store.end();
        } catch (Throwable gone) {
            fail(gone);
        }
    }

    /**
     * Records a failure and ends the screen. Failures after the end are ignored: the prompt may still be waiting for a line on a
     * closed pane.
     */
    private void fail(Throwable thrown) {
        if (!over) {
            fault.compareAndSet(null, thrown);
        }
        store.end();
    }

    /** Changes the state on a thread of the feed. A failure is recorded here, because it is not the feed's. */
    private void change(UnaryOperator<ScreenState> change) {
        guard(() -> store.change(change));
    }

    private void guard(Runnable something) {
        try {
            something.run();
        } catch (RuntimeException thrown) {
            fail(thrown);
        }
    }

    /** Returns the text that is pre-filled at the prompt: {@code up} if no lab is running. */
    private String begun() {
        var options = conversation.options();
        return options.readOnly() || feed.isRunning(options) ? "" : "up";
    }

    private void throwFault() {
        var thrown = fault.get();
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void sayGoodbye() {
        var options = conversation.options();
        if (!feed.isRunning(options)) {
            return;
        }
        var name = store.now().view().lab().name();
        var lab = name.equals(Lab.USUAL_NAME) && options.lab().isEmpty() ? "" : " --lab " + name;
        var program = LaunchCommand.as(conversation.setting().environment()) + lab;
        var results = conversation.setting().results();
        results.println("The lab " + name + " goes on running.");
        results.println("  back to it  " + program);
        results.println("  end it      " + program + " down");
        results.flush();
    }

    private static void close(AutoCloseable watching) {
        try {
            watching.close();
        } catch (Exception e) {
            throw new IllegalStateException("the watch cannot be ended", e);
        }
    }

    /** Stores what the feed reports in the screen's state. */
    private final class FeedListener implements LabFeed.FeedListener {

        private final SnapshotRelay relay;

        FeedListener(SnapshotRelay relay) {
            this.relay = relay;
        }

        @Override
        public void running(ClusterState state) {
            relay.accept(state);
            change(screenState -> screenState.with(screenState.view().seeing(state, clock.instant())));
        }

        @Override
        public void notRunning(Lab lab) {
            change(screenState -> screenState.with(screenState.view().notRunning(lab)));
        }

        @Override
        public void events(List<Event> all) {
            change(screenState -> screenState.with(screenState.view().withEvents(all)));
        }

        @Override
        public void loadStatus(LoadStatus loadStatus) {
            change(screenState -> screenState.with(screenState.view().feeling(loadStatus)));
        }
    }

    /** Stores what there is to show of the lesson; a redraw is due only if that has changed. */
    private final class LessonFeed implements LessonListener {

        @Override
        public void shown(Optional<LessonView> newest) {
            var lesson = store.now().view().lesson();
            if (!lesson.showing(newest).equals(lesson)) {
                change(screenState -> screenState.with(
                        screenState.view().with(screenState.view().lesson().showing(newest))));
            }
        }
    }

    /** Reads what overlays show from the files of the lab that the program's options name. */
    private final class FeedSource implements OverlaySource {

        @Override
        public LabFeed.Particulars particulars(Node node) {
            return feed.particulars(conversation.options(), node);
        }

        @Override
        public List<LogLine> logLines(Event event) {
            return feed.logLines(conversation.options(), event);
        }
    }

    private final class LiveActions extends TerminalActions {

        LiveActions() {
            super(terminalOwner, GridStore.of(store), new FeedSource());
        }

        @Override
        public void suspend() {
            display.suspend(stopper);
        }

        @Override
        public boolean isReadOnly() {
            return conversation.options().readOnly();
        }

        @Override
        public void end() {
            store.end();
        }

        @Override
        public void fail(RuntimeException fault) {
            FullScreenSession.this.fail(fault);
        }
    }
}
