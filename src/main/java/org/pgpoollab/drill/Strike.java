package org.pgpoollab.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.fault.Fault.Program;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.topology.Node;

/** A fault of a storm. Whom it hits is decided when it strikes, by the parts that nodes play then. */
enum Strike {
    KILL_PRIMARY(Part.PRIMARY, Blow.KILL),
    KILL_STANDBY(Part.STANDBY, Blow.KILL),
    KILL_LEADER(Part.LEADER, Blow.KILL),
    CRASH_PRIMARY(Part.PRIMARY, Blow.crash(Program.POSTGRES)),
    CRASH_REPMGRD(Part.STANDBY, Blow.crash(Program.REPMGRD)),
    STOP_PRIMARY(Part.PRIMARY, Blow.STOP),
    STOP_LEADER(Part.LEADER, Blow.STOP),
    PAUSE_PRIMARY(Part.PRIMARY, Blow.PAUSE),
    PAUSE_STANDBY(Part.STANDBY, Blow.PAUSE),
    PAUSE_LEADER(Part.LEADER, Blow.PAUSE),
    ISOLATE_PRIMARY(Part.PRIMARY, Blow.ISOLATE),
    ISOLATE_STANDBY(Part.STANDBY, Blow.ISOLATE),
    ISOLATE_LEADER(Part.LEADER, Blow.ISOLATE),
    CUT_LEADER_FROM_PRIMARY(Part.LEADER, Blow.CUT_FROM_PRIMARY),
    LAG_STANDBY(Part.STANDBY, Blow.LAG),
    PROMOTE_STANDBY(Part.STANDBY, Blow.PROMOTE);

    private final Part part;
    private final Blow blow;

    Strike(Part part, Blow blow) {
        this.part = part;
        this.blow = blow;
    }

    /** {@code kill primary}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Who plays the part just now and was not hit before; empty if there is nobody. */
    Optional<Node> victim(ClusterState state, Set<Node> hit) {
        return part.players(state).stream().filter(node -> !hit.contains(node)).findFirst();
    }

    Plan plan(Situation now, Node node) {
        return blow.plan(now, List.of(node));
    }
}
