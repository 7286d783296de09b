package org.pgpoollab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is completely written under a temporary name beside its target. {@link #commit} moves it to the target in one step, so that a
 * reader finds the old text or the new one and never a part. Every failure is a {@link LabException} with status 1.
 */
public final class StagedFile {

    private final Path draft;
    private final Path target;

    private StagedFile(Path draft, Path target) {
        this.draft = draft;
        this.target = target;
    }

    /** Writes one file and commits it. A secret file has mode 600 before its first byte, any other 644. Missing directories are created. */
    public static void write(Path target, String content, boolean secret) {
        display(target, content, secret).commit();
    }

    /** Writes {@code content} beside {@code target}, as UTF-8. Leaves no file there if that fails. */
    public static StagedFile display(Path target, String content, boolean secret) {
        var staged = new StagedFile(draft(target), target);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.deleteIfExists(staged.draft);
            Files.createFile(staged.draft, FileMode.SECRET.attributes(staged.draft));
            (secret ? FileMode.SECRET : FileMode.OPEN).set(staged.draft);
            Files.writeString(staged.draft, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            return staged;
        } catch (IOException e) {
            staged.discard();
            throw notWritten(target, e);
        }
    }

    public void commit() {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard();
            throw notWritten(target, e);
        }
    }

    /** Removes the temporary file; the target stays as it is. Does nothing after {@link #commit}. */
    public void discard() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException ignored) {
            // The failure before this one must be reported, and the next write replaces the temporary file.
        }
    }

    /** Removes the temporary file of a write to {@code target} that was killed; does nothing if there is none. */
    public static void discardDraft(Path target) {
        new StagedFile(draft(target), target).discard();
    }

    private static Path draft(Path target) {
        return target.resolveSibling(target.getFileName() + ".new");
    }

    private static LabException notWritten(Path target, IOException trouble) {
        return LabException.failed(target + " cannot be written", reason(trouble), remedy(trouble, target));
    }

    private static String reason(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "permission denied for " + trouble.getMessage();
        }
        if (trouble instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason() + ": " + known.getFile();
        }
        return String.valueOf(trouble.getMessage());
    }

    private static String remedy(IOException trouble, Path target) {
        if (FullDisk.isNamedIn(reason(trouble))) {
            return FullDisk.remedy(target);
        }
        return "ls -ld '" + target.toAbsolutePath().getParent() + "'";
    }
}
