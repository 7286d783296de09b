package org.pgpoollab.playback;

import java.util.List;
import java.util.Objects;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LoadStatus;

/**
 * What a watcher saw at one moment.
 *
 * @param load the newest status of the lab's load; empty if there is none
 */
public record SnapshotRecord(ClusterState state, List<LoadStatus> load) {

    public SnapshotRecord {
        Objects.requireNonNull(state);
        load = List.copyOf(load);
    }
}
