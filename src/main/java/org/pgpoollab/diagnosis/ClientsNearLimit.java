package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;

/** Reports a pgpool in which nine of ten children serve a client: soon new clients have to wait, without any message. */
final class ClientsNearLimit implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.pools().stream()
                .flatMap(pool -> finding(pool, state.lab().credentials().user()))
                .toList();
    }

    private static Stream<Finding> finding(PoolNode pool, String user) {
        return pool.clients().value().filter(ClientsNearLimit::isNear).stream()
                .map(count -> (isFull(count) ? full(pool, count, user) : near(pool, count)).about(pool.node()));
    }

    /** Returns the finding for a full pgpool. No session can be opened to ask who the clients are; pcp has children of its own. */
    private static Finding full(PoolNode pool, ClientCount count, String user) {
        return Finding.error(
                pool.node() + " serves as many clients as it can: " + count.most(),
                "one more than num_init_children waits until another leaves",
                "exec " + pool.node() + " -- pcp_proc_info -h localhost -U " + user + " -w --all");
    }

    private static Finding near(PoolNode pool, ClientCount count) {
        return Finding.warning(
                pool.node() + " serves " + count.connected() + " of at most " + count.most() + " clients",
                "one more than num_init_children waits until another leaves",
                "psql --on " + pool.node() + " \"show pool_processes\"");
    }

    private static boolean isFull(ClientCount count) {
        return count.most() > 0 && count.connected() >= count.most();
    }

    private static boolean isNear(ClientCount count) {
        return count.most() > 0 && count.connected() * 10 >= count.most() * 9;
    }
}
