package org.pgpoollab.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.Fault.Program;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.StopMode;
import org.pgpoollab.topology.Node;

/** A fault of a storm. Whom it hits is decided when it strikes, by the parts that nodes play then. */
enum Strike {
    KILL_PRIMARY(Strike::primary, (now, node) -> now.faults().kill(List.of(node), Optional.empty())),
    KILL_STANDBY(Strike::standby, (now, node) -> now.faults().kill(List.of(node), Optional.empty())),
    KILL_LEADER(Strike::leader, (now, node) -> now.faults().kill(List.of(node), Optional.empty())),
    CRASH_PRIMARY(Strike::primary, (now, node) -> now.faults().kill(List.of(node), Optional.of(Program.POSTGRES))),
    CRASH_REPMGRD(Strike::standby, (now, node) -> now.faults().kill(List.of(node), Optional.of(Program.REPMGRD))),
    STOP_PRIMARY(Strike::primary, (now, node) -> now.life().stop(List.of(node), StopMode.FAST)),
    STOP_LEADER(Strike::leader, (now, node) -> now.life().stop(List.of(node), StopMode.FAST)),
    PAUSE_PRIMARY(Strike::primary, (now, node) -> now.faults().pause(List.of(node), Optional.empty())),
    PAUSE_STANDBY(Strike::standby, (now, node) -> now.faults().pause(List.of(node), Optional.empty())),
    PAUSE_LEADER(Strike::leader, (now, node) -> now.faults().pause(List.of(node), Optional.empty())),
    ISOLATE_PRIMARY(Strike::primary, (now, node) -> now.faults().isolate(List.of(node))),
    ISOLATE_STANDBY(Strike::standby, (now, node) -> now.faults().isolate(List.of(node))),
    ISOLATE_LEADER(Strike::leader, (now, node) -> now.faults().isolate(List.of(node))),
    CUT_LEADER_FROM_PRIMARY(
            Strike::leader,
            (now, node) -> now.faults().cut(List.of(node), now.state().primaries(), false, Port.ANY)),
    LAG_STANDBY(Strike::standby, (now, node) -> now.faults().lag(node)),
    PROMOTE_STANDBY(Strike::standby, (now, node) -> now.faults().promote(node));

    private interface Blow {
        Plan plan(Situation now, Node node);
    }

    private final Function<ClusterState, Optional<Node>> victim;
    private final Blow blow;

    Strike(Function<ClusterState, Optional<Node>> victim, Blow blow) {
        this.victim = victim;
        this.blow = blow;
    }

    /** {@code kill primary}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Who plays the part just now; empty if nobody does, or was hit before. */
    Optional<Node> victim(ClusterState state, Set<Node> hit) {
        return victim.apply(state).filter(node -> !hit.contains(node));
    }

    Plan plan(Situation now, Node node) {
        return blow.plan(now, node);
    }

    private static Optional<Node> primary(ClusterState state) {
        return state.primaries().stream().findFirst();
    }

    private static Optional<Node> standby(ClusterState state) {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .findFirst();
    }

    private static Optional<Node> leader(ClusterState state) {
        return state.leaders().stream().findFirst();
    }
}
