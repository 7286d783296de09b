package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/** Something that a snapshot meets or not: what follows {@code wait} and {@code expect}. Roles in it are resolved at each look. */
public sealed interface Condition
        permits NodeIs, BackendIs, VipHeld, VipOn, QuorumPresent, PrimaryKnown, ClusterHealthy, Negation {

    Evaluation evaluate(ClusterState state);

    /** Whether it is met only if clients are served, too. */
    default boolean asksForClients() {
        return false;
    }

    /** The condition as it can be typed, in its plainest form: {@code pool_nodes pg-1 is not up on leader}. */
    String sentence();
}
