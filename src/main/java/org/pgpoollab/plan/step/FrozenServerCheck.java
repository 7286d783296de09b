package org.pgpoollab.plan.step;

import org.pgpoollab.LabException;
import org.pgpoollab.observe.Server;
import org.pgpoollab.topology.Node;

/** Refuses to stop a frozen server: it neither stops nor answers, so waiting for it would never end. */
final class FrozenServerCheck {

    private FrozenServerCheck() {}

    /** @throws LabException if a server of the node is frozen */
    public static void refuse(String deed, Server server, Node node, StepContext context) {
        if (server.isFrozenOn(node, context.engine())) {
            throw LabException.failed(
                    "cannot " + deed,
                    server.program() + " on " + node + " is paused and would never answer",
                    "resume " + node);
        }
    }
}
