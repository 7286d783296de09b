package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that changed in a lab, as a sentence.
 *
 * @param at when it was first seen, or when the log that tells of it was written
 * @param nodes the names of those whom it is about, the first one foremost; empty if it is about the lab
 * @param text one line without a full stop: {@code VIP moved from pgpool-0 to pgpool-1 after 2.3 s}
 */
public record Event(Instant at, Kind kind, Effect effect, List<String> nodes, String text, Source source) {

    /** What it is about; the names are a contract of {@code events --output json}. */
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

    /** Which way it points. */
    public enum Effect {
        TROUBLE,
        RECOVERY,
        CHANGE
    }

    /** How it came to be known. */
    public enum Source {
        /** Two looks differ. */
        SEEN,
        /** A server's log told of it while nobody looked. */
        LOG,
        /** Somebody gave a command. */
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
