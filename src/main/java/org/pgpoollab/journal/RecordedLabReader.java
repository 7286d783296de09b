package org.pgpoollab.journal;

import java.nio.file.Files;
import org.pgpoollab.LabException;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.playback.SnapshotDirectory;
import org.pgpoollab.serverlog.LabLogs;
import org.pgpoollab.topology.LabDirectory;

/** Reads what was kept of a lab of this machine, whether it runs or not. */
public final class RecordedLabReader {

    private RecordedLabReader() {}

    /** @throws LabException if there is no such lab, or its snapshots cannot be read */
    public static RecordedLab read(String name, LabDirectory directory) {
        if (!Files.exists(directory.labFile())) {
            throw LabException.failed(
                    "nothing is known of the lab " + name, "there is no lab of this name", "up, or: list");
        }
        try (var log = new JournalFollower(directory)) {
            return new RecordedLab(
                    "the lab " + name,
                    new SnapshotDirectory(directory.snapshots()).read(),
                    log.more(),
                    new LabLogs(directory));
        }
    }
}
