package org.pgpoollab.plan;

import org.pgpoollab.LabException;
import org.pgpoollab.observe.Server;
import org.pgpoollab.topology.Node;

/** A server that stands still neither stops nor answers: whoever waits for it waits in vain. */
final class FrozenServerCheck {

    private FrozenServerCheck() {}

    /** @throws LabException if a server of the node stands still */
    static void refuse(String deed, Server server, Node node, StepContext context) {
        if (server.isFrozenOn(node, context.engine())) {
            throw LabException.failed(
                    "cannot " + deed,
                    server.program() + " on " + node + " is paused and would never answer",
                    "resume " + node);
        }
    }
}
