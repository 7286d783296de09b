package org.pgpoollab.lesson;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.topology.LabDirectory;

/**
 * The files of this user's lessons: the progress of all; and in the lab's own directory the lesson that is being played on it, which ends with
 * the lab, with a copy of its text, so that a change of the file does not change a lesson half-way. Threads and processes may use it at the same
 * time.
 */
public final class LessonStore {

    private static final long MOST_BYTES = 1 << 20;
    private static final Object ONE_THREAD = new Object();

    private final Path root;
    private final LabDirectory lab;
    private final boolean isDry;

    /** @param lab its parent is the directory of all labs of this user */
    public LessonStore(LabDirectory lab) {
        this(lab, false);
    }

    /** @param isDry whether nothing is written */
    public LessonStore(LabDirectory lab, boolean isDry) {
        this.root = lab.root().resolveSibling(".lessons");
        this.lab = lab;
        this.isDry = isDry;
    }

    public LessonProgress progress() {
        return read(root.resolve("progress.json")).map(LessonProgress::parse).orElse(LessonProgress.NONE);
    }

    public void changeProgress(UnaryOperator<LessonProgress> change) {
        locked(() ->
                write(root.resolve("progress.json"), change.apply(progress()).json()));
    }

    /** Returns the lesson that is being played; empty if none is. */
    public Optional<LessonRun> run() {
        return read(runFile()).flatMap(LessonRunJson::parse);
    }

    /** Returns the text of the lesson that is being played. */
    public String text() {
        return read(textFile())
                .orElseThrow(() -> LabException.failed(
                        "the text of the lesson is gone", textFile() + " cannot be read", "lesson stop"));
    }

    public void begin(LessonRun run, String text) {
        locked(() -> {
            write(textFile(), text);
            write(runFile(), LessonRunJson.text(run));
        });
    }

    public void write(LessonRun run) {
        locked(() -> write(runFile(), LessonRunJson.text(run)));
    }

    /** Changes the run if the same task of it is still being played. */
    public void change(LessonRun before, UnaryOperator<LessonRun> change) {
        locked(() -> run().filter(before::isSameTask)
                .ifPresent(now -> write(runFile(), LessonRunJson.text(change.apply(now)))));
    }

    /** Forgets the run. The progress stays. */
    public void end() {
        locked(() -> {
            try {
                Files.deleteIfExists(runFile());
                Files.deleteIfExists(textFile());
            } catch (IOException e) {
                throw LabException.failed("the lesson cannot be ended", String.valueOf(e.getMessage()), "lesson stop");
            }
        });
    }

    private Path runFile() {
        return lab.lessonRun();
    }

    private Path textFile() {
        return lab.lessonText();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String text) {
        StagedFile.write(file, text, true);
    }

    private void locked(Runnable change) {
        if (isDry) {
            return;
        }
        synchronized (ONE_THREAD) {
            try {
                Files.createDirectories(root);
                try (var channel = FileChannel.open(
                                root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    if (lock.isValid()) {
                        change.run();
                    }
                }
            } catch (IOException e) {
                throw LabException.failed(
                        "the progress of lessons cannot be written",
                        String.valueOf(e.getMessage()),
                        "set XDG_STATE_HOME to a directory that you may write to");
            }
        }
    }
}
