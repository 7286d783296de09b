package org.pgpoollab.drill;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Node;

/** A part that a node plays in a cluster. Who plays it changes with every failover. */
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

    /** Who says just now that they play it, in the lab's order. */
    List<Node> players(ClusterState state) {
        return players.apply(state);
    }
}
