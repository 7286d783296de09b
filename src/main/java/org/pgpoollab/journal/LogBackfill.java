package org.pgpoollab.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.FileMode;
import org.pgpoollab.serverlog.LabLogs;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.ServerLogParser;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/** Reads from the servers' logs what happened in a lab since a watcher was last active. */
final class LogBackfill {

    /** How much earlier reading starts: repmgr's log has whole seconds, and a line may be written a moment after its event. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private final LabDirectory directory;
    private final Lab lab;

    LogBackfill(LabDirectory directory, Lab lab) {
        this.directory = directory;
        this.lab = lab;
    }

    /** Notes that a watcher is active now. */
    void watched(Instant now) {
        if (!Files.exists(directory.labFile())) {
            return;
        }
        try {
            if (!Files.exists(directory.watched())) {
                Files.createFile(directory.watched(), FileMode.SECRET.attributes(directory.watched()));
            }
            Files.setLastModifiedTime(directory.watched(), FileTime.from(now));
        } catch (IOException e) {
            // Then the next watcher reads more of the logs than needed.
        }
    }

    /** Returns the events since a watcher was last active, or since the lab was ready; the lab's start itself is left out. */
    List<Event> recollected() {
        var from = changed(directory.watched())
                .map(last -> last.minus(OVERLAP))
                .or(() -> changed(directory.proven()))
                .orElse(Instant.EPOCH);
        try (var lines = new LabLogs(directory).lines(lab.nodes(), from)) {
            return lines.filter(line -> line.at().isAfter(from))
                    .flatMap(line -> ServerLogParser.of(line.node(), line.file(), line.text(), line.at()).stream())
                    .toList();
        }
    }

    private static Optional<Instant> changed(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
