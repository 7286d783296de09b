package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.Slot;
import org.pgpoollab.topology.Node;

/**
 * Reports a replication slot without a consumer, which makes a node keep WAL until its disk is full. If {@code max_slot_wal_keep_size}
 * limits that, the WAL is removed eventually, and the standby that needs it must be recloned.
 */
final class SlotHoldsWal implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .flatMap(seen -> slots(seen).flatMap(slot -> finding(state, seen.node(), slot).stream()))
                .toList();
    }

    private static Stream<Slot> slots(PostgresNode seen) {
        return seen.says().value().map(PostgresFacts::slots).orElse(List.of()).stream();
    }

    private static Optional<Finding> finding(ClusterState state, Node node, Slot slot) {
        if (slot.lost()) {
            return Optional.of(lost(state, node, slot));
        }
        if (slot.active() || slot.held() <= StandbyLags.FAR_BEHIND) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                        "slot " + slot.name() + " of " + node + " holds back " + StandbyLags.megabytes(slot.held())
                                + " MB of WAL",
                        "no standby streams from it; WAL piles up until its standby is back, or the slot is dropped",
                        owner(state, slot)
                                .map(standby -> standbyBack(state, standby).or(drop(node, slot)))
                                .orElseGet(() -> drop(node, slot)))
                .about(owner(state, slot).stream().toList()));
    }

    private static Finding lost(ClusterState state, Node node, Slot slot) {
        return Finding.warning(
                        "slot " + slot.name() + " of " + node + " has lost WAL that it should have kept",
                        "it held back more than max_slot_wal_keep_size, and a checkpoint removed it",
                        owner(state, slot)
                                .map(standby -> Remedy.reclone(standby).or(drop(node, slot)))
                                .orElseGet(() -> drop(node, slot)))
                .about(owner(state, slot).stream().toList());
    }

    /** Returns the node of the lab for which repmgr created the slot. */
    private static Optional<Node> owner(ClusterState state, Slot slot) {
        return state.lab().postgresNodes().stream()
                .filter(node -> slot.name().equals("repmgr_slot_" + node.repmgrId()))
                .filter(node -> !state.postgres(node).isPrimary())
                .findFirst();
    }

    private static Remedy standbyBack(ClusterState state, Node standby) {
        return state.postgres(standby).says().isSeen() ? Remedy.reconfigure() : Remedy.start(standby);
    }

    private static Remedy drop(Node node, Slot slot) {
        return Remedy.sql(node, "select pg_drop_replication_slot('" + slot.name() + "')");
    }
}
