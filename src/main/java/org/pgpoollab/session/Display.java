package org.pgpoollab.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.syntax.ScreenSize;

/** The screen on which the program runs, with the operations that a command may use. */
public interface Display {

    /** A display without a full screen: output appears line by line. */
    Display PLAIN = new Display() {};

    /** Whether commands share the terminal with the full screen, so that programs' output must pass through this program's output. */
    default boolean isFullScreen() {
        return false;
    }

    /** Gives the whole terminal to a program until it ends, and returns its exit status. */
    default int lend(IntSupplier program) {
        return program.getAsInt();
    }

    /**
     * Writes a picture of the current screen, in the format that the file's name ends with.
     *
     * @param session the lab to draw if there is no full screen; the picture shows what a screen of the given size would show
     */
    default void shoot(LabSession session, Path file, ScreenSize size) {
        throw LabException.failed("There is no screen to take a picture of", "this program has none", "");
    }

    /** Shows the last events large, or lists them as usual. */
    default void caption(boolean isOn) {
        throw LabException.failed(
                "There is no screen for captions",
                "only the full screen has them",
                "on the full screen (./pgpool-lab): caption " + (isOn ? "on" : "off"));
    }

    /** Whether a playback can be shown full screen here. */
    default boolean canReplay() {
        return false;
    }

    /** Shows a part of what was kept of a lab, full screen, until the user leaves it. */
    default void replay(RecordedLab recorded, Playback playback) {
        throw LabException.failed("There is no screen for a playback", "this program has none", "replay --plain");
    }

    /** Returns the picture of the screen at a moment of a playback, as SVG. */
    default String draw(Playback playback, Instant at, ScreenSize size) {
        throw LabException.failed("There is no screen to take a picture of", "this program has none", "");
    }

    /** Records everything shown from now on into an asciicast file, until {@link #stopRecording} or the end of the program. */
    default void record(Path file) {
        throw LabException.failed(
                "There is no screen to record",
                "only the full screen can be recorded",
                "on the full screen (" + LaunchCommand.ofProcess() + "): record " + file);
    }

    /** @return the file that was written */
    default Path stopRecording() {
        throw LabException.failed("Nothing is being recorded", "", "record FILE.cast");
    }
}
