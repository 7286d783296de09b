package org.pgpoollab.command;

/** How a server is told to stop, in the words of {@code pg_ctl} and {@code pgpool -m}. */
public enum StopMode {
    /** Waits until every client has gone. */
    SMART,
    /** Ends the sessions. */
    FAST,
    /** Ends at once; PostgreSQL recovers at the next start. */
    IMMEDIATE
}
