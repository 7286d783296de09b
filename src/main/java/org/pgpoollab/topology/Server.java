package org.pgpoollab.topology;

/**
 * The kinds of server in a lab, with their socket directories, pid files and logs as paths on their nodes. The generated files use the same
 * paths.
 */
public enum Server {
    POSTGRES("postgres", "/run/lab/data/postmaster.pid", "/run/postgresql", "/run/lab/postgresql.log"),
    REPMGRD("repmgrd", "/run/repmgr/repmgrd.pid", "", "/run/lab/repmgr.log"),
    PGPOOL("pgpool", "/run/pgpool/pgpool.pid", "/run/pgpool", "/run/lab/pgpool.log");

    private final String program;
    private final String pidFile;
    private final String socketDirectory;
    private final String log;

    Server(String program, String pidFile, String socketDirectory, String log) {
        this.program = program;
        this.pidFile = pidFile;
        this.socketDirectory = socketDirectory;
        this.log = log;
    }

    /** Returns the server that answers SQL on a node. */
    public static Server of(Node node) {
        return node.isPostgres() ? POSTGRES : PGPOOL;
    }

    public String program() {
        return program;
    }

    public String pidFile() {
        return pidFile;
    }

    /** Returns the socket directory; empty for a server without a socket. */
    public String socketDirectory() {
        return socketDirectory;
    }

    /** Returns the path of the server's log on the node. */
    public String log() {
        return log;
    }

    public boolean belongsOn(Node node) {
        return (this == PGPOOL) == node.isPgpool();
    }
}
