package org.pgpoollab.engine;

/** The user account under which a program runs on a node. */
public enum Account {
    /** The account that may change addresses and routes of the node, for Pgpool-II and {@code ip}. */
    ROOT,
    /** The account that may also mount file systems on the node. A program that it starts should end with the command. */
    MOUNTER,
    /** The unprivileged account that owns the data, for PostgreSQL and repmgr. */
    POSTGRES
}
