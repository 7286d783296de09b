package org.pgpoollab.topology;

/** The kind of a node: a PostgreSQL node, which every pgpool has as a backend, or a Pgpool-II node. */
public enum NodeKind {
    POSTGRES("pg"),
    PGPOOL("pgpool");

    private final String prefix;

    NodeKind(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the beginning of the names of such nodes: {@code pg} for {@code pg-0}. */
    public String prefix() {
        return prefix;
    }
}
