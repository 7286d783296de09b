package org.pgpoollab.cluster;

/**
 * What one pgpool believes of one backend: a row of {@code show pool_nodes}, in Pgpool-II's own words.
 *
 * @param backend the backend's number, which is the node's index
 * @param node the backend's host name
 * @param status {@code up}, {@code down}, {@code waiting}, {@code unused}, {@code quarantine}: pgpool's belief
 * @param pgStatus {@code up} or {@code down}: what pgpool found when it asked PostgreSQL just now
 * @param role {@code primary} or {@code standby}: pgpool's belief
 * @param pgRole the same as PostgreSQL answered just now; {@code unknown} if it did not
 * @param replicationState {@code streaming} of a healthy standby; flickers to empty for single samples
 * @param selects how many SELECTs this pgpool has sent there
 */
public record BackendView(
        int backend,
        String node,
        String status,
        String pgStatus,
        String role,
        String pgRole,
        String weight,
        long selects,
        boolean loadBalanceNode,
        String replicationDelay,
        String replicationState,
        String replicationSyncState,
        String lastStatusChange) {

    /** The same, but for how many SELECTs were sent. */
    public BackendView withSelects(long count) {
        return new BackendView(
                backend,
                node,
                status,
                pgStatus,
                role,
                pgRole,
                weight,
                count,
                loadBalanceNode,
                replicationDelay,
                replicationState,
                replicationSyncState,
                lastStatusChange);
    }

    public boolean isUp() {
        return status.equals("up") || status.equals("waiting");
    }
}
