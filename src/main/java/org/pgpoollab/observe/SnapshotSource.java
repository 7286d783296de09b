package org.pgpoollab.observe;

import org.pgpoollab.cluster.ClusterState;

/** Where a step gets its snapshots from. May be asked by several threads. */
public interface SnapshotSource {

    /**
     * Everything but what pgpools would have to ask their backends for, asked now.
     *
     * @throws org.pgpoollab.LabException with status 130 if interrupted
     */
    ClusterState glance();

    /**
     * Everything, and what a client meets, asked now.
     *
     * @throws org.pgpoollab.LabException with status 130 if interrupted
     */
    ClusterState examine();
}
