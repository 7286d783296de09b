package org.pgpoollab.playback;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.topology.Node;

/** The logs of a lab's servers, as far as they are still there. */
@FunctionalInterface
public interface NodeLog {

    NodeLog NONE = (node, until, count) -> List.of();

    /** Returns the last lines of a node's logs up to a moment, the oldest first. */
    List<String> lastLines(Node node, Instant until, int count);
}
