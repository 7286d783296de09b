package org.pgpoollab.plan;

import java.util.Locale;

/** How a server is stopped, in the words of {@code pg_ctl} and {@code pgpool}. */
public enum StopMode {
    /** Waits for clients to leave. */
    SMART,
    /** Ends sessions, then stops cleanly. */
    FAST,
    /** Stops at once; PostgreSQL recovers from its WAL when it starts again. */
    IMMEDIATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
