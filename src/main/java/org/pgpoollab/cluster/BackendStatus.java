package org.pgpoollab.cluster;

import java.util.Locale;

/** The status of a backend in Pgpool-II, with the words of {@code show pool_nodes}. */
public enum BackendStatus {
    UP,
    /** Up, and no client has used it since pgpool started. */
    WAITING,
    DOWN,
    UNUSED,
    /** Detached by one pgpool without the consent of the others: it attaches the backend again as soon as it reaches it. */
    QUARANTINE,
    UNKNOWN;

    public static BackendStatus parse(String word) {
        for (var status : values()) {
            if (status.toString().equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /** Returns whether pgpool sends statements to the backend. */
    public boolean isUp() {
        return this == UP || this == WAITING;
    }

    /** Returns the word that Pgpool-II prints. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
