package org.pgpoollab.plan.step;

import java.util.Locale;

/** The mode of stopping a server, with the names that {@code pg_ctl} and {@code pgpool} use. */
public enum StopMode {
    /** Waits until clients have disconnected. */
    SMART,
    /** Ends sessions, then shuts down cleanly. */
    FAST,
    /** Stops at once; PostgreSQL recovers from its WAL at the next start. */
    IMMEDIATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
