package org.pgpoollab.observe;

import org.pgpoollab.engine.Engine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.topology.Node;

/** The lab's servers: where they have their sockets and process numbers, as paths on their nodes. Part of the generated files. */
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

    /** The server that answers SQL on a node. */
    public static Server of(Node node) {
        return node.isPostgres() ? POSTGRES : PGPOOL;
    }

    public String program() {
        return program;
    }

    public String pidFile() {
        return pidFile;
    }

    /** Empty of a server that has no socket. */
    public String socketDirectory() {
        return socketDirectory;
    }

    /** What the server writes, a path on the node. */
    public String log() {
        return log;
    }

    public static Server of(Fault.Program program) {
        return valueOf(program.name());
    }

    public Fault.Program asProgram() {
        return Fault.Program.valueOf(name());
    }

    /** Whether it runs, and stands still because a signal has stopped it. */
    public boolean isFrozenOn(Node node, Engine engine) {
        return engine.isFrozen(node, pidFile, program);
    }

    public boolean runsOn(Node node, Engine engine) {
        return engine.isAlive(node, pidFile, program);
    }
}
