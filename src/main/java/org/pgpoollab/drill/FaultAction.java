package org.pgpoollab.drill;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Plans what happens to nodes: a fault, or an administrator's command. */
interface FaultAction {

    FaultAction KILL = (now, nodes) -> now.faults().kill(nodes, Optional.empty());
    FaultAction STOP = (now, nodes) -> now.life().stop(nodes, StopMode.FAST, now.state());
    FaultAction PAUSE = (now, nodes) -> now.faults().pause(nodes, Optional.empty());
    FaultAction ISOLATE = (now, nodes) -> now.faults().isolate(nodes);
    FaultAction CUT_FROM_PRIMARY =
            (now, nodes) -> now.faults().cut(nodes, now.state().primaries(), false, Port.ANY);
    FaultAction LAG = (now, nodes) -> now.faults().lag(nodes.get(0));
    FaultAction PROMOTE = (now, nodes) -> now.faults().promote(nodes.get(0));
    FaultAction SWITCH_OVER = (now, nodes) -> now.repairs().switchover(nodes.get(0), now.state());

    Plan plan(DrillSituation now, List<Node> nodes);

    /** Kills only one program of the node. */
    static FaultAction crash(Server program) {
        return (now, nodes) -> now.faults().kill(nodes, Optional.of(program));
    }
}
