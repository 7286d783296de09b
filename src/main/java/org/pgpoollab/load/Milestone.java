package org.pgpoollab.load;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pgpoollab.condition.Redundancy;

/**
 * A change in a lab under load, as seen from outside the lab's network, or a command that a user gave.
 *
 * @param at when it was first seen
 * @param nodes the names of the nodes concerned, the main one first; empty if it concerns the whole lab
 * @param text one line without a full stop: {@code pg-1 promoted}
 */
public record Milestone(Instant at, Kind kind, List<String> nodes, String text) {

    /** The kind of a milestone; the names are a contract of {@code load report --output json}. */
    public enum Kind {
        /** A user gave a command that changes the lab. */
        COMMAND,
        /** A node that answered before does not answer any more. */
        SILENT,
        /** A node that was no primary before reports that it is primary. */
        PROMOTED,
        /** A pgpool sends writes to another primary than before, or has marked a backend as down. */
        TURNED,
        VIP_MOVED,
        QUORUM_LOST,
        QUORUM_BACK,
        /** The nodes that answer are redundant again, see {@link Redundancy}. */
        REDUNDANT,
        /** The lab is whole again, see {@link Redundancy}. */
        WHOLE
    }

    public Milestone {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        nodes = List.copyOf(nodes);
        Objects.requireNonNull(text);
    }
}
