package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/** The opposite of a condition. What is unknown stays unknown. */
record Not(Condition condition) implements Condition {

    @Override
    public Verdict evaluate(ClusterState state) {
        return condition.evaluate(state).negated();
    }

    @Override
    public String sentence() {
        return "not " + condition.sentence();
    }
}
