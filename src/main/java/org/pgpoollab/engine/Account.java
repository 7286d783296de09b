package org.pgpoollab.engine;

/** As whom a program runs on a node. */
public enum Account {
    /** May change addresses and routes of the node: Pgpool-II, {@code ip}. */
    ROOT,
    /** Owns the data and has no privileges: PostgreSQL, repmgr. */
    POSTGRES
}
