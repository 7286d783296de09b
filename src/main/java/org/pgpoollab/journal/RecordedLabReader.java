package org.pgpoollab.journal;

import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.playback.SnapshotDirectory;
import org.pgpoollab.topology.LabDirectory;

/** Reads what was kept of a lab of this machine, whether it runs or not. */
public final class RecordedLabReader {

    private RecordedLabReader() {}

    /** @throws org.pgpoollab.LabException if its snapshots cannot be read */
    public static RecordedLab read(String name, LabDirectory directory) {
        try (var log = new JournalFollower(directory)) {
            return new RecordedLab(
                    "the lab " + name,
                    new SnapshotDirectory(directory.snapshots()).read(),
                    log.more(),
                    (node, until, count) -> LastLines.of(node, directory.of(node), until, count));
        }
    }
}
