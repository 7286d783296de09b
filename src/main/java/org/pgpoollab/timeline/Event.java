package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A change in a lab, described by a sentence.
 *
 * @param at when it was first seen, or the time of the log line that reports it
 * @param nodes the names of the nodes concerned, the most important first; empty if it concerns the lab
 * @param text one line without a full stop: {@code VIP moved from pgpool-0 to pgpool-1 after 2.3 s}
 */
public record Event(Instant at, Kind kind, Effect effect, List<String> nodes, String text, Source source) {

    /** The subject of an event. The names are part of the output of {@code events --output json}, and must not change. */
    public enum Kind {
        NODE,
        ROLE,
        TIMELINE,
        REPLICATION,
        BELIEF,
        REPMGR,
        WATCHDOG,
        QUORUM,
        VIP,
        LAB,
        COMMAND
    }

    /** Whether an event is trouble, a recovery or another change. */
    public enum Effect {
        TROUBLE,
        RECOVERY,
        CHANGE
    }

    /** How an event became known. */
    public enum Source {
        /** Two snapshots differ. */
        SEEN,
        /** A server's log reports it, from a time when no program watched the lab. */
        LOG,
        /** A user gave a command. */
        COMMAND
    }

    public Event {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(effect);
        nodes = List.copyOf(nodes);
        Objects.requireNonNull(text);
        Objects.requireNonNull(source);
    }
}
