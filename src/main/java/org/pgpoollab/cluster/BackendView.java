package org.pgpoollab.cluster;

import java.util.Optional;

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
 * @param selects how many SELECTs this pgpool has sent there since it began; {@link #UNCOUNTED} where that was not asked
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

    /** Pcp does not tell how many there were, which is not the same as none. */
    public static final long UNCOUNTED = -1;

    /** What a pgpool believes of a backend without a look at it; the rest is empty. */
    public static BackendView believed(int backend, String node, String status, String role, long selects) {
        return new BackendView(backend, node, status, "", role, "", "", selects, false, "", "", "", "");
    }

    /** This belief, filled up with what was found at the last look at the backend; {@code unknown} if there is none. */
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

    public boolean isUp() {
        return status.equals("up") || status.equals("waiting");
    }

    /** Given up by this pgpool alone, without the others' consent: it takes the backend back as soon as it reaches it again. */
    public boolean isQuarantined() {
        return status.equals("quarantine");
    }
}
