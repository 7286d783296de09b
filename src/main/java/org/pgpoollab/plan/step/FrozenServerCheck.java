package org.pgpoollab.plan.step;

import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Refuses to stop a frozen server: it neither stops nor answers, so waiting for it would never end. */
final class FrozenServerCheck {

    private FrozenServerCheck() {}

    /** @throws LabException if a server of the node is frozen */
    static void refuse(String deed, Server server, Node node, StepContext context) {
        if (context.engine().isFrozen(node, server)) {
            throw LabException.failed(
                    "cannot " + deed,
                    server.program() + " on " + node + " is paused and would never answer",
                    "resume " + node);
        }
    }
}
