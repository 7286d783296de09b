package org.pgpoollab.diagnosis;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.topology.Node;

/** Finds the remedy for a PostgreSQL node that does not answer. A former primary must never be started beside another primary. */
record SilentNodeRemedy(ClusterState state, Node node) {

    Remedy remedy() {
        if (ImposedFaults.isFrozen(state, node)) {
            return wasReplaced() ? Remedy.then(Remedy.kill(node), Remedy.rejoin(node)) : resumed();
        }
        return ImposedFaults.undo(state, node)
                .map(undo -> Remedy.then(undo, ofStopped()))
                .orElseGet(this::ofStopped);
    }

    private Remedy resumed() {
        return isKnownStandby()
                ? Remedy.then(Remedy.resume(node), Remedy.waitFor(node + " is streaming"), Remedy.attach(node))
                : Remedy.resume(node);
    }

    /** Returns the remedy for a server that waits for its sessions to end. A known standby is one with or without them. */
    Remedy ofStopping() {
        var back = ofStopped();
        return back.equals(Remedy.bringBack(node))
                ? Remedy.then(Remedy.restartFast(node), Remedy.waitFor(node + " is streaming"), Remedy.attach(node))
                : Remedy.then(Remedy.stopFast(node), back);
    }

    private Remedy ofStopped() {
        var leads = Replication.leadingPrimary(state).isPresent();
        if (leads && (seen().hasNoData() || wasPromotedUnnoticed() || hasLostItsSlot())) {
            return Remedy.reclone(node);
        }
        if (leads && (wasReplaced() || Replication.beyondFork(state, node).isPresent())) {
            return Remedy.rejoin(node);
        }
        if (leads && Replication.mayBeBeyondFork(state, node)) {
            return Remedy.reconfigure();
        }
        if (isKnownStandby()) {
            return Remedy.bringBack(node);
        }
        return state.primaries().isEmpty() ? withoutPrimary() : Remedy.reconfigure();
    }

    private Remedy withoutPrimary() {
        if (state.lab().postgresCount() == 1) {
            return Remedy.start(node);
        }
        return isOnlyOneMissing() && new Promotion(state).obstacle().isEmpty()
                ? Remedy.then(Remedy.waitFor("primary is known"), Remedy.rejoin(node))
                : Remedy.reconfigure();
    }

    /** Returns whether all others are standbys: then this node was the primary. */
    private boolean isOnlyOneMissing() {
        return state.postgres().stream()
                .filter(seen -> !seen.node().equals(node))
                .allMatch(PostgresNode::isStandby);
    }

    private PostgresNode seen() {
        return state.postgres(node);
    }

    /** Returns whether its data is a primary's, although repmgr's table has it as a standby. */
    private boolean wasPromotedUnnoticed() {
        return seen().wouldLead() && isKnownStandby();
    }

    /** Returns whether it could start, and would then lack the WAL that it needs. */
    private boolean hasLostItsSlot() {
        return isKnownStandby() && Replication.hasLostSlot(state, node);
    }

    private boolean wasReplaced() {
        return row().filter(row -> row.isPrimary()).isPresent();
    }

    private boolean isKnownStandby() {
        return row().filter(row -> row.isStandby()).isPresent();
    }

    /** Returns the node's row in the primary's copy of repmgr's table; empty if that was not seen. */
    private Optional<RepmgrFacts.Row> row() {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).repmgr().value())
                .flatMap(repmgr -> repmgr.row(node.name()));
    }
}
