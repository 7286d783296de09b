package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ServerFacts.SenderCount;
import org.pgpoollab.topology.Node;

/** Reports a primary with all WAL senders in use: a standby that reconnects is refused. */
final class SendersExhausted implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.isPrimary())
                .flatMap(seen -> seen.says().value().map(facts -> facts.server().senders()).stream()
                        .filter(SendersExhausted::isFull)
                        .map(count -> finding(state, seen.node(), count)))
                .toList();
    }

    private static boolean isFull(SenderCount count) {
        return count.most() > 0 && count.used() >= count.most();
    }

    private static Finding finding(ClusterState state, Node node, SenderCount count) {
        return Finding.warning(
                        node + " has " + count.used() + " of the " + count.most() + " WAL senders that it may have",
                        "max_wal_senders refuses any more: a standby that reconnects, and a copy of its data",
                        strangers(state, count)
                                ? Remedy.sql(
                                        node,
                                        "select pg_terminate_backend(pid) from pg_stat_replication where application_name !~ '^pg-[0-9]+$'")
                                : Remedy.then(
                                        Remedy.sql(node, "alter system reset max_wal_senders"), Remedy.restart(node)))
                .about(node);
    }

    /** Returns whether there are more connections than the lab has standbys. */
    private static boolean strangers(ClusterState state, SenderCount count) {
        return count.used() > state.lab().postgresCount() - 1;
    }
}
