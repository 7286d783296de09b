package org.pgpoollab.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A role of nodes in the snapshot, with the word for it that is typed. Every failover moves roles to other nodes. */
public enum NodeRole {
    PRIMARY("is primary", true, ClusterState::primaries),
    STANDBY("is a standby", true, NodeRole::standbys),
    STANDBYS("is a standby", false, NodeRole::standbys),
    LEADER("leads the watchdog", true, ClusterState::leaders),
    VIP("holds the VIP", true, ClusterState::vipHolders),
    ALL("is in the lab", false, state -> state.lab().nodes());

    private final String part;
    private final boolean meansOne;
    private final Function<ClusterState, List<Node>> holders;

    NodeRole(String part, boolean meansOne, Function<ClusterState, List<Node>> holders) {
        this.part = part;
        this.meansOne = meansOne;
        this.holders = holders;
    }

    static Optional<NodeRole> parse(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Returns the nodes that have the role in a snapshot, in the lab's order. */
    public List<Node> holders(ClusterState state) {
        return holders.apply(state);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a description of the role, to follow a node's name: {@code holds the VIP}. */
    String part() {
        return part;
    }

    boolean meansOne() {
        return meansOne;
    }

    boolean isOfPostgres() {
        return this == PRIMARY || this == STANDBY || this == STANDBYS;
    }

    boolean isOfPgpool() {
        return this == LEADER || this == VIP;
    }

    /** Returns the nodes that could have the role. */
    List<Node> candidates(Lab lab) {
        if (isOfPostgres()) {
            return lab.postgresNodes();
        }
        return isOfPgpool() ? lab.pgpoolNodes() : lab.nodes();
    }

    private static List<Node> standbys(ClusterState state) {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .toList();
    }
}
