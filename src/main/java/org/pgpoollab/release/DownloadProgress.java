package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.apt.FetchProgress;

/** Tells every few seconds how much of a download is in its directory. */
final class DownloadProgress {

    private static final int PERIOD_SECONDS = 3;
    private static final double MEGABYTE = 1e6;

    private final Path directory;
    private final long total;
    private final FetchProgress progress;
    private long told;

    private DownloadProgress(Path directory, long total, FetchProgress progress) {
        this.directory = directory;
        this.total = total;
        this.progress = progress;
    }

    /**
     * Downloads, and tells what has come from a thread of its own.
     *
     * @param total the size of the download in bytes
     */
    static void during(Runnable download, Path directory, long total, FetchProgress progress) {
        var clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "download progress");
            thread.setDaemon(true);
            return thread;
        });
        var telling = clock.scheduleAtFixedRate(
                new DownloadProgress(directory, total, progress)::tell,
                PERIOD_SECONDS,
                PERIOD_SECONDS,
                TimeUnit.SECONDS);
        try {
            download.run();
        } finally {
            telling.cancel(true);
            clock.shutdownNow();
        }
    }

    private void tell() {
        var now = bytes();
        if (now > told) {
            told = now;
            progress.tell("fetched " + Math.round(now / MEGABYTE) + " of " + Math.round(total / MEGABYTE) + " MB");
        }
    }

    private long bytes() {
        try (var files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            // A file was moved while it was counted.
            return told;
        }
    }
}
