package org.pgpoollab.observe;

import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/** Tells since when a node has not answered, from what other processes have recorded. */
@FunctionalInterface
public interface KnownSilence {

    /** Knows nothing of any node. */
    KnownSilence UNSEEN = node -> Optional.empty();

    /** Returns since when a node is silent; empty if unknown. Called only for nodes that have never answered the caller. */
    Optional<Instant> since(Node node);
}
