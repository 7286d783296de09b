package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;

/**
 * Looks for one kind of trouble. What was not seen is no trouble of this kind: a node that is silent has one finding of its own,
 * which carries the rest.
 */
interface Check {

    List<Finding> findings(ClusterState state);
}
