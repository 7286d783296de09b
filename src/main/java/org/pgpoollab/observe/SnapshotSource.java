package org.pgpoollab.observe;

import org.pgpoollab.cluster.ClusterState;

/** Provides snapshots to steps. Safe for use by several threads. */
public interface SnapshotSource {

    /**
     * Takes a snapshot now, without the details for which pgpools have to ask their backends.
     *
     * @throws org.pgpoollab.LabException with status 130 if interrupted
     */
    ClusterState glance();

    /**
     * Takes a complete snapshot now, including the probes that act as clients.
     *
     * @throws org.pgpoollab.LabException with status 130 if interrupted
     */
    ClusterState examine();
}
