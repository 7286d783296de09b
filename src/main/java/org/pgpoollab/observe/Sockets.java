package org.pgpoollab.observe;

/** Where the lab's servers have their sockets and process numbers, as paths on their nodes: part of the generated files. */
public final class Sockets {

    public static final String POSTGRES = "/run/postgresql";
    public static final String PGPOOL = "/run/pgpool";
    public static final String REPMGRD_PID = "/run/repmgr/repmgrd.pid";
    public static final String PGPOOL_PID = "/run/pgpool/pgpool.pid";

    private Sockets() {}
}
