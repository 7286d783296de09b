package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;

/** Nine of ten children of a pgpool serve a client: soon the next client waits, and nothing tells it why. */
final class ClientsNearLimit implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.pools().stream().flatMap(ClientsNearLimit::finding).toList();
    }

    private static Stream<Finding> finding(PoolNode pool) {
        return pool.clients().value().filter(ClientsNearLimit::isNear).stream()
                .map(count -> Finding.warning(
                        pool.node() + " serves " + count.connected() + " clients of " + count.most() + " that it can",
                        "one more than num_init_children waits until another leaves",
                        "psql --on " + pool.node() + " \"show pool_processes\""));
    }

    private static boolean isNear(ClientCount count) {
        return count.most() > 0 && count.connected() * 10 >= count.most() * 9;
    }
}
