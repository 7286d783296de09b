package org.pgpoollab.drill;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Node;

/** A role of a node in a cluster. Every failover moves roles to other nodes. */
enum NodeRole {
    PRIMARY(ClusterState::primaries),
    STANDBY(state -> state.postgres().stream()
            .filter(PostgresNode::isStandby)
            .map(PostgresNode::node)
            .toList()),
    LEADER(ClusterState::leaders);

    private final Function<ClusterState, List<Node>> players;

    NodeRole(Function<ClusterState, List<Node>> players) {
        this.players = players;
    }

    /** The nodes that report this role now, in the lab's order. */
    List<Node> players(ClusterState state) {
        return players.apply(state);
    }
}
