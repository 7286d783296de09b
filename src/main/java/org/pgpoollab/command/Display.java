package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.pgpoollab.LabException;

/** The screen on which the program plays, as far as a command may touch it. */
public interface Display {

    /** A terminal, or none, on which lines follow each other. */
    Display PLAIN = new Display() {};

    /** Whether commands share the terminal with a grid, so that what programs write must go by this program's output. */
    default boolean isFullScreen() {
        return false;
    }

    /** Leaves the whole terminal to a program until it ends; returns its exit status. */
    default int lend(IntSupplier program) {
        return program.getAsInt();
    }

    /**
     * Writes a picture of the screen as it is now, in the format that the file's name ends with.
     *
     * @param session where a stage without a screen looks, to draw what a screen of the given size would show
     */
    default void shoot(LabSession session, Path file, ScreenSize size) {
        throw LabException.failed("There is no screen to take a picture of", "this program has none", "");
    }

    /** Writes all that is shown from now on into an asciicast file, until {@link #stopRecording} or the end of the program. */
    default void record(Path file) {
        throw LabException.failed(
                "There is no screen to record",
                "only the full screen can be recorded",
                "./pgpool-lab, then: record " + file);
    }

    /** @return the file that was written */
    default Path stopRecording() {
        throw LabException.failed("Nothing is being recorded", "", "record FILE.cast");
    }
}
