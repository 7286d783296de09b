package org.pgpoollab.topology;

/**
 * The container images of others that a generated folder uses in the place of the lab's own image. Their interface is that of
 * bitnamilegacy/postgresql-repmgr and bitnamilegacy/pgpool: environment variables REPMGR_* and PGPOOL_*.
 *
 * @param postgres the image of the PostgreSQL nodes; empty for the lab's own
 * @param pgpool the image of the Pgpool-II nodes; empty if {@code postgres} is
 */
public record Images(String postgres, String pgpool) {

    public static final Images OWN = new Images("", "");

    public boolean areOwn() {
        return postgres.isEmpty();
    }
}
