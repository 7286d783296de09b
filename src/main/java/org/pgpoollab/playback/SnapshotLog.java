package org.pgpoollab.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.topology.LabDirectory;

/**
 * Keeps the snapshots of one lab, as far as they differ, in files whose total size is bounded. Only one watcher at a time may write; a new
 * one begins a new file. No method fails: what cannot be written is lost, and the lab is watched all the same. For one thread.
 */
public final class SnapshotLog implements AutoCloseable {

    /** After a failure it is not tried again before this many snapshots that would be kept. */
    private static final int PAUSE_AFTER_FAILURE = 10;

    private final LabDirectory directory;
    private final SnapshotDirectory files;
    private SnapshotThinning thinning = new SnapshotThinning();
    private Optional<SnapshotFile> file = Optional.empty();
    private int pause;

    public SnapshotLog(LabDirectory directory) {
        this.directory = directory;
        this.files = new SnapshotDirectory(directory.snapshots());
    }

    /** Keeps a snapshot if it is worth it, with the status of the lab's load. */
    public void accept(ClusterState state) {
        var verdict = thinning.judge(state);
        if (verdict == SnapshotThinning.Verdict.LEFT_OUT || pause-- > 0) {
            return;
        }
        pause = 0;
        try {
            if (Files.exists(directory.labFile())) {
                append(withLoad(state), verdict == SnapshotThinning.Verdict.CHANGE);
            }
        } catch (IOException | ArithmeticException e) {
            // ArithmeticException: a time that no clock shows.
            close();
            pause = PAUSE_AFTER_FAILURE;
        }
    }

    private SnapshotRecord withLoad(ClusterState state) {
        return new SnapshotRecord(
                state, DetachedLoad.loadStatus(directory).stream().toList());
    }

    private void append(SnapshotRecord record, boolean isChange) throws IOException {
        var state = record.state();
        if (file.filter(open -> open.isOf(state.lab()) && open.size() < SnapshotDirectory.FULL_AT_BYTES)
                .isEmpty()) {
            endFile();
            file = Optional.of(SnapshotFile.create(files.next(state.at()), state.lab()));
        }
        file.orElseThrow().append(record, isChange);
    }

    /** Ends the file that is being written. A later snapshot begins another one. */
    @Override
    public void close() {
        endFile();
        thinning = new SnapshotThinning();
    }

    private void endFile() {
        file.ifPresent(SnapshotFile::close);
        file = Optional.empty();
    }
}
