package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pgpoollab.LabException;
import org.pgpoollab.command.Desk;
import org.pgpoollab.command.ScreenSize;
import org.pgpoollab.command.Stage;
import org.pgpoollab.screen.picture.Picture;

/** The full screen as commands see it. */
final class ScreenStage implements Stage, AutoCloseable {

    private final Curtain curtain;
    private final KeyReader keys;
    private final Scene<Play> scene;
    private final PictureSource picture;
    private final Clock clock;
    private Optional<Recording> recording = Optional.empty();
    private String messageBefore = "";

    /** Draws what is on the screen now. */
    interface PictureSource {
        Picture draw() throws IOException;
    }

    ScreenStage(Curtain curtain, KeyReader keys, Scene<Play> scene, PictureSource picture, Clock clock) {
        this.curtain = curtain;
        this.keys = keys;
        this.scene = scene;
        this.picture = picture;
        this.clock = clock;
    }

    @Override
    public boolean isFullScreen() {
        return true;
    }

    /** No key is read and nothing is drawn meanwhile. */
    @Override
    public int lend(IntSupplier program) {
        try {
            return keys.paused(() -> lendCurtain(program));
        } finally {
            scene.touch();
        }
    }

    private int lendCurtain(IntSupplier program) {
        try {
            return curtain.lend(program::getAsInt);
        } catch (IOException e) {
            throw LabException.failed("The terminal is gone", String.valueOf(e.getMessage()), "");
        }
    }

    @Override
    public void shoot(Desk desk, Path file, ScreenSize size) {
        try {
            PictureFile.write(picture.draw(), scene.now().view(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void record(Path file) {
        if (recording.isPresent()) {
            throw LabException.failed(
                    "The screen is being recorded already",
                    "into " + recording.orElseThrow().file(),
                    "record --stop");
        }
        try {
            var size = curtain.size();
            var begun = Recording.begin(file, size.getColumns(), size.getRows(), clock);
            recording = Optional.of(begun);
            curtain.listen(bytes -> write(begun, bytes));
            curtain.repaint();
            messageBefore = scene.now().view().message();
            message((messageBefore + " recording").strip());
        } catch (IOException e) {
            throw LabException.failed(
                    "The recording cannot be written", String.valueOf(e.getMessage()), "record ANOTHER.cast");
        }
    }

    private void write(Recording into, byte[] frame) {
        try {
            var size = curtain.size();
            into.frame(frame, size.getColumns(), size.getRows());
        } catch (IOException e) {
            // The terminal is gone: whoever draws next ends the screen.
        }
    }

    @Override
    public synchronized Path stopRecording() {
        var ended =
                recording.orElseThrow(() -> LabException.failed("Nothing is being recorded", "", "record FILE.cast"));
        close();
        return ended.file();
    }

    @Override
    public synchronized void close() {
        if (recording.isEmpty()) {
            return;
        }
        curtain.listen(bytes -> {});
        recording.orElseThrow().close();
        recording = Optional.empty();
        message(messageBefore);
    }

    private void message(String text) {
        scene.change(play -> play.with(play.view().withMessage(text)));
    }
}
