package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/**
 * A condition that a snapshot meets or not: the text after {@code wait} and {@code expect}. Role words in it are resolved anew in each
 * snapshot.
 */
public sealed interface Condition
        permits NodeIs,
                BackendIs,
                VipHeld,
                VipOn,
                VipHolders,
                QuorumPresent,
                PrimaryKnown,
                ClusterHealthy,
                FaultsNone,
                Negation {

    Evaluation evaluate(ClusterState state);

    /** Returns whether it requires that clients are served, too. */
    default boolean asksForClients() {
        return false;
    }

    /** Returns the condition as it can be typed, in its simplest form: {@code pool_nodes pg-1 is not up on leader}. */
    String sentence();
}
