package org.pgpoollab.cluster;

import java.util.Optional;

/**
 * What one pgpool believes of one backend: a row of {@code show pool_nodes}, in Pgpool-II's own words.
 *
 * @param backend the backend's number, which is the node's index
 * @param node the backend's host name
 * @param status pgpool's belief
 * @param pgStatus {@code up} or {@code down}: what pgpool found when it queried PostgreSQL just now
 * @param role pgpool's belief
 * @param pgRole the role that PostgreSQL reported just now; {@code unknown} if it did not answer
 * @param replicationState {@code streaming} for a healthy standby; it can be empty for single samples
 * @param selects how many SELECTs this pgpool has sent there since it started; {@link #UNCOUNTED} if that was not probed
 */
public record BackendView(
        int backend,
        String node,
        BackendStatus status,
        String pgStatus,
        ReplicationRole role,
        String pgRole,
        String weight,
        long selects,
        boolean loadBalanceNode,
        String replicationDelay,
        String replicationState,
        String replicationSyncState,
        String lastStatusChange) {

    /** The value of {@code selects} if the number is unknown, which is not the same as zero: pcp does not report it. */
    public static final long UNCOUNTED = -1;

    /** Creates a view with pgpool's belief only, when the backend itself was not queried; the rest is empty. */
    public static BackendView believed(
            int backend, String node, BackendStatus status, ReplicationRole role, long selects) {
        return new BackendView(backend, node, status, "", role, "", "", selects, false, "", "", "", "");
    }

    /** Adds to this belief what the last query of the backend found; {@code unknown} if there is none. */
    public BackendView over(Optional<BackendView> found) {
        return new BackendView(
                backend,
                node,
                status,
                found.map(BackendView::pgStatus).orElse("unknown"),
                role,
                found.map(BackendView::pgRole).orElse("unknown"),
                found.map(BackendView::weight).orElse(""),
                selects,
                found.filter(BackendView::loadBalanceNode).isPresent(),
                found.map(BackendView::replicationDelay).orElse(""),
                found.map(BackendView::replicationState).orElse(""),
                found.map(BackendView::replicationSyncState).orElse(""),
                found.map(BackendView::lastStatusChange).orElse(""));
    }

    public boolean isCounted() {
        return selects != UNCOUNTED;
    }

    /** Returns whether this pgpool believes that the backend is the primary, whatever the backend says. */
    public boolean isPrimary() {
        return role == ReplicationRole.PRIMARY;
    }

    /** Returns whether this pgpool sends writes to the backend. */
    public boolean receivesWrites() {
        return isUp() && isPrimary();
    }

    public boolean isUp() {
        return status.isUp();
    }

    /**
     * Returns whether this pgpool alone has detached the backend, without the others' consent: it attaches the backend again as soon as it
     * reaches it.
     */
    public boolean isQuarantined() {
        return status == BackendStatus.QUARANTINE;
    }
}
