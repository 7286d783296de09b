package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.Connections;

/** Reports a PostgreSQL node with nine of ten connections in use: soon it refuses new ones, pgpool's health checks too. */
final class ConnectionsNearLimit implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream().flatMap(ConnectionsNearLimit::finding).toList();
    }

    private static Stream<Finding> finding(PostgresNode seen) {
        return seen.says().value().map(PostgresFacts::connections).filter(ConnectionsNearLimit::isNear).stream()
                .map(count -> Finding.warning(
                        seen.node() + " has " + count.used() + " of the " + count.most() + " connections that it takes",
                        "beyond max_connections it refuses connections, also a pgpool's health check: that pgpool then marks it as down",
                        "psql --on " + seen.node()
                                + " \"select usename, client_addr, count(*) from pg_stat_activity group by 1, 2\""));
    }

    private static boolean isNear(Connections count) {
        return count.used() * 10 >= count.most() * 9;
    }
}
