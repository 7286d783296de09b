package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.SvgColours;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.ScreenSize;

/** The display that commands use in the full screen: lends the terminal, takes screenshots, makes recordings and shows captions. */
final class FullScreenDisplay implements Display, AutoCloseable {

    private final TerminalOwner terminalOwner;
    private final KeyReader keys;
    private final StateStore<ScreenState> store;
    private final PictureSource picture;
    private final SvgColours colours;
    private final Clock clock;
    private final Terminal tty;
    private final PlaybackOpening opening;
    private final String standing;
    private Optional<Recording> recording = Optional.empty();

    /** Draws the current screen. */
    interface PictureSource {
        Picture draw() throws IOException;
    }

    /**
     * Creates the display.
     *
     * @param tty the terminal that the owner has
     * @param store the screen's state; its first message stays visible next to any later one
     */
    FullScreenDisplay(
            TerminalOwner terminalOwner,
            KeyReader keys,
            StateStore<ScreenState> store,
            PictureSource picture,
            SvgColours colours,
            Clock clock,
            Terminal tty,
            PlaybackOpening opening) {
        this.terminalOwner = terminalOwner;
        this.keys = keys;
        this.store = store;
        this.picture = picture;
        this.colours = colours;
        this.clock = clock;
        this.tty = tty;
        this.opening = opening;
        this.standing = store.now().view().message();
    }

    @Override
    public boolean isFullScreen() {
        return true;
    }

    /** Lends the terminal to a program. Meanwhile no key is read and nothing is drawn. */
    @Override
    public int lend(IntSupplier program) {
        try {
            return keys.paused(() -> lendTerminal(() -> ForegroundProcessGroup.after(program)));
        } finally {
            store.touch();
        }
    }

    /**
     * Leaves the terminal to the shell until this program is continued. If a program has borrowed the terminal, that program keeps
     * it.
     */
    void suspend(Runnable stopper) {
        if (terminalOwner.isLent()) {
            stopper.run();
            return;
        }
        lend(() -> {
            stopper.run();
            return 0;
        });
    }

    private int lendTerminal(IntSupplier program) {
        try {
            return terminalOwner.lend(program::getAsInt);
        } catch (IOException e) {
            throw LabException.failed("The terminal is gone", Reason.of(e), "");
        }
    }

    @Override
    public void shoot(LabSession session, Path file, ScreenSize size) {
        try {
            PictureFile.write(picture.draw(), store.now().view().lab(), colours, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void caption(boolean isOn) {
        store.change(screenState -> {
            var view = screenState.view();
            return screenState.with(view.with(view.presentation().captioned(isOn)));
        });
    }

    @Override
    public boolean canReplay() {
        return true;
    }

    @Override
    public void replay(RecordedLab recorded, Playback playback) {
        lend(() -> {
            opening.replay(tty, recorded, playback);
            return 0;
        });
    }

    @Override
    public String draw(Playback playback, Instant at, ScreenSize size) {
        return opening.draw(playback, at, size);
    }

    @Override
    public synchronized void record(Path file) {
        refuseSecond();
        message("recording");
        try {
            var begun = Recording.begin(file, picture.draw(), clock, reason -> message("recording ended: " + reason));
            recording = Optional.of(begun);
            terminalOwner.listen(begun::picture);
        } catch (IOException e) {
            message("");
            throw LabException.failed("The recording cannot be written", Reason.of(e), "record ANOTHER.cast");
        }
    }

    private void refuseSecond() {
        if (recording.filter(going -> going.trouble().isEmpty()).isPresent()) {
            throw LabException.failed(
                    "The screen is being recorded already",
                    "into " + recording.orElseThrow().file(),
                    "record --stop");
        }
        close();
    }

    @Override
    public synchronized Path stopRecording() {
        var ended =
                recording.orElseThrow(() -> LabException.failed("Nothing is being recorded", "", "record FILE.cast"));
        close();
        if (!ended.trouble().isEmpty()) {
            throw LabException.failed(
                    "The recording in " + ended.file() + " ended too early", ended.trouble(), "record ANOTHER.cast");
        }
        return ended.file();
    }

    @Override
    public synchronized void close() {
        if (recording.isEmpty()) {
            return;
        }
        terminalOwner.listen(picture -> {});
        recording.orElseThrow().close();
        recording = Optional.empty();
        message("");
    }

    private void message(String text) {
        var both = Stream.of(standing, text).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
        store.change(screenState -> screenState.with(screenState.view().withMessage(both)));
    }
}
