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

    /** Returns the mode that helps if this one does not stop a server in time. */
    private StopMode harder() {
        return this == SMART ? FAST : IMMEDIATE;
    }

    /** @param typed the command that has asked for this mode, without it: {@code restart pg-1} */
    String retry(String typed) {
        return typed + " --mode " + harder().word();
    }
}
