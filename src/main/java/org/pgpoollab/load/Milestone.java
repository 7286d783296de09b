package org.pgpoollab.load;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A turn that a lab took while it was under load, as it was seen from outside the lab's network, or what somebody had it do.
 *
 * @param at when it was first seen
 * @param nodes the names of those whom it is about, the first one foremost; empty if it is about the whole lab
 * @param text one line without a full stop: {@code pg-1 promoted}
 */
public record Milestone(Instant at, Kind kind, List<String> nodes, String text) {

    /** What it was; the names are a contract of {@code load report --output json}. */
    public enum Kind {
        /** Somebody gave a command that changes the lab. */
        COMMAND,
        /** A node that answered does not answer any more. */
        SILENT,
        /** A node that did not say so before says that it is primary. */
        PROMOTED,
        /** A pgpool writes to another primary than before, or has taken a backend out of use. */
        TURNED,
        VIP_MOVED,
        QUORUM_LOST,
        QUORUM_BACK,
        /** Every node that answers streams from the one primary, and every pgpool that answers holds it up. */
        REDUNDANT,
        /** Healthy, with all its nodes. */
        WHOLE
    }

    public Milestone {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        nodes = List.copyOf(nodes);
        Objects.requireNonNull(text);
    }
}
