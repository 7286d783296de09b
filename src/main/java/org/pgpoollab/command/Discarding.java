package org.pgpoollab.command;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.repair.OnlyThere;
import org.pgpoollab.topology.Node;

/** What a node loses when it comes back: shown always, and asked about if it is more than WAL without a transaction. */
record Discarding(Errand errand, Node node, OnlyThere onlyThere) {

    static Discarding of(Errand errand, ClusterState state, Node node) {
        var repairs = errand.desk().repairs();
        return new Discarding(errand, node, repairs.onlyOn(node, repairs.primaryFor(node, state), state));
    }

    /** @param remedy the command that asks nothing */
    void confirm(String remedy) {
        errand.output().note(inWords());
        if (onlyThere.matters()) {
            errand.confirm("Discard that?", remedy);
        }
    }

    String inWords() {
        return "only " + node + " has: " + onlyThere.inWords();
    }
}
