package org.pgpoollab.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A role of nodes in the snapshot, with the word for it that is typed. Every failover moves roles to other nodes. */
public enum NodeRole {
    PRIMARY("is primary", true) {
        @Override
        public List<Node> holders(ClusterState state) {
            return state.primaries();
        }
    },
    STANDBY("is a standby", true) {
        @Override
        public List<Node> holders(ClusterState state) {
            return standbys(state);
        }
    },
    STANDBYS("is a standby", false) {
        @Override
        public List<Node> holders(ClusterState state) {
            return standbys(state);
        }
    },
    LEADER("leads the watchdog", true) {
        @Override
        public List<Node> holders(ClusterState state) {
            return state.leaders();
        }
    },
    VIP("holds the VIP", true) {
        @Override
        public List<Node> holders(ClusterState state) {
            return state.vipHolders();
        }
    },
    ALL("is in the lab", false) {
        @Override
        public List<Node> holders(ClusterState state) {
            return state.lab().nodes();
        }
    };

    private final String part;
    private final boolean meansOne;

    NodeRole(String part, boolean meansOne) {
        this.part = part;
        this.meansOne = meansOne;
    }

    static Optional<NodeRole> parse(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equalsIgnoreCase(word))
                .findFirst();
    }

    public abstract List<Node> holders(ClusterState state);

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
