package org.pgpoollab.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.observe.KnownSilence;
import org.pgpoollab.timeline.SilentSince;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** Reads from the lab's event log since when nodes have been silent. The log is read once, at the first use. */
public final class JournalSilence implements KnownSilence {

    private final LabDirectory directory;
    private Optional<Map<String, Instant>> read = Optional.empty();

    public JournalSilence(LabDirectory directory) {
        this.directory = directory;
    }

    @Override
    public synchronized Optional<Instant> since(Node node) {
        if (read.isEmpty()) {
            try (var log = new JournalFollower(directory)) {
                read = Optional.of(SilentSince.of(log.more()));
            }
        }
        return read.map(silent -> silent.get(node.name()));
    }
}
