package org.pgpoollab.observe;

import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/** What others have seen before: since when a node that does not answer has not answered. */
@FunctionalInterface
public interface KnownSilence {

    /** Nobody has seen anything. */
    KnownSilence UNSEEN = node -> Optional.empty();

    /** Asked only of nodes that have never answered the one who asks. Empty if nothing is known. */
    Optional<Instant> since(Node node);
}
