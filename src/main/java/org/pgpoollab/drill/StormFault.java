package org.pgpoollab.drill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.NodeRole;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** The faults of a storm. The node that a fault hits is chosen at injection, by the roles at that time. */
enum StormFault {
    KILL_PRIMARY("kill primary", NodeRole.PRIMARY, FaultAction.KILL),
    KILL_STANDBY("kill standby", NodeRole.STANDBY, FaultAction.KILL),
    KILL_LEADER("kill leader", NodeRole.LEADER, FaultAction.KILL),
    CRASH_PRIMARY("kill primary --process postgres", NodeRole.PRIMARY, FaultAction.crash(Server.POSTGRES)),
    CRASH_REPMGRD("kill standby --process repmgrd", NodeRole.STANDBY, FaultAction.crash(Server.REPMGRD)),
    STOP_PRIMARY("stop primary", NodeRole.PRIMARY, FaultAction.STOP),
    STOP_LEADER("stop leader", NodeRole.LEADER, FaultAction.STOP),
    PAUSE_PRIMARY("pause primary", NodeRole.PRIMARY, FaultAction.PAUSE),
    PAUSE_STANDBY("pause standby", NodeRole.STANDBY, FaultAction.PAUSE),
    PAUSE_LEADER("pause leader", NodeRole.LEADER, FaultAction.PAUSE),
    ISOLATE_PRIMARY("isolate primary", NodeRole.PRIMARY, FaultAction.ISOLATE),
    ISOLATE_STANDBY("isolate standby", NodeRole.STANDBY, FaultAction.ISOLATE),
    ISOLATE_LEADER("isolate leader", NodeRole.LEADER, FaultAction.ISOLATE),
    CUT_LEADER_FROM_PRIMARY("cut leader from primary", NodeRole.LEADER, FaultAction.CUT_FROM_PRIMARY),
    LAG_STANDBY("lag standby", NodeRole.STANDBY, FaultAction.LAG),
    PROMOTE_STANDBY("promote! standby", NodeRole.STANDBY, FaultAction.PROMOTE);

    private final String command;
    private final NodeRole part;
    private final FaultAction action;

    StormFault(String command, NodeRole part, FaultAction action) {
        this.command = command;
        this.part = part;
        this.action = action;
    }

    /** The command that injects the same fault by role: {@code kill primary}. */
    String command() {
        return command;
    }

    /** Returns a node that has the role now and was not hit before; empty if there is none. */
    Optional<Node> victim(ClusterState state, Set<Node> hit) {
        return part.holders(state).stream().filter(node -> !hit.contains(node)).findFirst();
    }

    Plan plan(DrillSituation now, Node node) {
        return action.plan(now, List.of(node));
    }
}
