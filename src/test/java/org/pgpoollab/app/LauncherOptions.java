package org.pgpoollab.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The options of Java with which {@code ./pgpool-lab} starts the program. With its archive of loaded classes a command takes two thirds of
 * the processor time that it takes without, and the live tests run some thousand commands.
 */
final class LauncherOptions {

    private static final Path ARCHIVES = Path.of("target/cds");
    private static final List<String> USUAL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

    /** As found once for all tests of a process. */
    static final List<String> ALL = all();

    private LauncherOptions() {}

    private static List<String> all() {
        makeArchive();
        return newestArchive()
                .map(archive -> Stream.concat(
                                USUAL.stream(), Stream.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive))
                        .toList())
                .orElse(USUAL);
    }

    /** Starts the program as a user does: the launcher makes the archive if there is none of this jar. */
    private static void makeArchive() {
        try {
            var launcher = new ProcessBuilder("./pgpool-lab", "version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!launcher.waitFor(2, TimeUnit.MINUTES)) {
                launcher.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> newestArchive() {
        if (!Files.isDirectory(ARCHIVES)) {
            return Optional.empty();
        }
        try (var files = Files.list(ARCHIVES)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .map(Path::toAbsolutePath)
                    .max(Comparator.comparing(LauncherOptions::time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
