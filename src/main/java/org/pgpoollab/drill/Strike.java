package org.pgpoollab.drill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.fault.Fault.Program;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.topology.Node;

/** A fault of a storm. Whom it hits is decided when it strikes, by the parts that nodes play then. */
enum Strike {
    KILL_PRIMARY("kill primary", Part.PRIMARY, Blow.KILL),
    KILL_STANDBY("kill standby", Part.STANDBY, Blow.KILL),
    KILL_LEADER("kill leader", Part.LEADER, Blow.KILL),
    CRASH_PRIMARY("kill primary --process postgres", Part.PRIMARY, Blow.crash(Program.POSTGRES)),
    CRASH_REPMGRD("kill standby --process repmgrd", Part.STANDBY, Blow.crash(Program.REPMGRD)),
    STOP_PRIMARY("stop primary", Part.PRIMARY, Blow.STOP),
    STOP_LEADER("stop leader", Part.LEADER, Blow.STOP),
    PAUSE_PRIMARY("pause primary", Part.PRIMARY, Blow.PAUSE),
    PAUSE_STANDBY("pause standby", Part.STANDBY, Blow.PAUSE),
    PAUSE_LEADER("pause leader", Part.LEADER, Blow.PAUSE),
    ISOLATE_PRIMARY("isolate primary", Part.PRIMARY, Blow.ISOLATE),
    ISOLATE_STANDBY("isolate standby", Part.STANDBY, Blow.ISOLATE),
    ISOLATE_LEADER("isolate leader", Part.LEADER, Blow.ISOLATE),
    CUT_LEADER_FROM_PRIMARY("cut leader from primary", Part.LEADER, Blow.CUT_FROM_PRIMARY),
    LAG_STANDBY("lag standby", Part.STANDBY, Blow.LAG),
    PROMOTE_STANDBY("promote! standby", Part.STANDBY, Blow.PROMOTE);

    private final String command;
    private final Part part;
    private final Blow blow;

    Strike(String command, Part part, Blow blow) {
        this.command = command;
        this.part = part;
        this.blow = blow;
    }

    /** The command that does the same to the node with that role: {@code kill primary}. */
    String command() {
        return command;
    }

    /** Who plays the part just now and was not hit before; empty if there is nobody. */
    Optional<Node> victim(ClusterState state, Set<Node> hit) {
        return part.players(state).stream().filter(node -> !hit.contains(node)).findFirst();
    }

    Plan plan(Situation now, Node node) {
        return blow.plan(now, List.of(node));
    }
}
