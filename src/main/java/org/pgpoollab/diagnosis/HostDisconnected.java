package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Reports a host that runs without the lab's network. It explains whatever else is found about the node. */
final class HostDisconnected implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return nodes(state).map(node -> finding(state, node)).toList();
    }

    /** Returns the nodes whose hosts run without the lab's network. */
    static Stream<Node> nodes(ClusterState state) {
        return state.lab().nodes().stream().filter(node -> !why(state, node).isEmpty());
    }

    private static Finding finding(ClusterState state, Node node) {
        return Finding.error(what(node), why(state, node), remedy(state, node)).about(node);
    }

    static String what(Node node) {
        return node + "'s host is not in the lab's network";
    }

    /** Returns what is known of the cause; empty if the host is connected. */
    static String why(ClusterState state, Node node) {
        return state.context()
                .trouble(node, HostTrouble.Kind.DISCONNECTED)
                .map(HostTrouble::why)
                .orElse("");
    }

    /**
     * Returns what connects the host again: a host gets its network when it is switched on. An old primary is not started as it is; the
     * power cut has ended it before it is connected.
     */
    static Remedy remedy(ClusterState state, Node node) {
        return Remedy.then(Remedy.kill(node), back(state, node));
    }

    private static Remedy back(ClusterState state, Node node) {
        if (node.isPostgres() && state.postgres(node).isStandby()) {
            return Remedy.bringBack(node);
        }
        return isReplaced(state, node) ? Remedy.rejoin(node) : Remedy.start(node);
    }

    private static boolean isReplaced(ClusterState state, Node node) {
        return node.isPostgres()
                && state.postgres(node).isPrimary()
                && Replication.leadingPrimary(state)
                        .filter(primary -> !primary.equals(node))
                        .isPresent();
    }
}
