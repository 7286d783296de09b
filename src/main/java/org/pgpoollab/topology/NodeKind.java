package org.pgpoollab.topology;

/** What a node is in the lab: a PostgreSQL node, which every pgpool has as a backend, or a Pgpool-II node. */
public enum NodeKind {
    POSTGRES("pg"),
    PGPOOL("pgpool");

    private final String prefix;

    NodeKind(String prefix) {
        this.prefix = prefix;
    }

    /** What the names of such nodes begin with: {@code pg} of {@code pg-0}. */
    public String prefix() {
        return prefix;
    }
}
