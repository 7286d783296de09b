package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;

/**
 * Reports that the first {@code up} of the lab ended before its data was complete: roles, standbys or rows of repmgr's table are missing,
 * which no repair creates. All other findings are effects of this one.
 */
final class UnfinishedStart implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.context().unfinished()
                ? List.of(Finding.error(
                        "the first start of this lab was not completed",
                        "its data is incomplete: up ends what runs, and creates the data anew",
                        Remedy.up()))
                : List.of();
    }
}
