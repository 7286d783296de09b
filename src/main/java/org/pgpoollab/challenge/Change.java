package org.pgpoollab.challenge;

import org.pgpoollab.engine.Account;
import org.pgpoollab.topology.Server;

/** One thing that a challenge does to a lab, with places such as {@code $standby} for nodes. */
sealed interface Change {

    /** Injects a fault without telling it, written as its command: {@code lag $standby}. */
    record Inject(String fault) implements Change {}

    /** Kills a server program of a node. */
    record Kill(String place, Server server) implements Change {}

    /** Has every pgpool detach a backend. */
    record Detach(String place) implements Change {}

    /** Promotes a standby without repmgr and Pgpool-II. */
    record Promote(String place) implements Change {}

    /** Restarts the servers of a node, so that it takes a changed setting. It is done again when the change is undone. */
    record Restart(String place) implements Change {}

    /**
     * Runs a shell line on a node.
     *
     * @param undo the line that takes it back; it succeeds too if there is nothing to take back
     * @param present the line that succeeds as long as the change is there; empty if it can only be seen from the state of the lab
     */
    record Run(String place, Account account, String make, String undo, String present) implements Change {}
}
