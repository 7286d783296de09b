package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/** The opposite of a condition. An unknown result stays unknown. */
record Negation(Condition condition) implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        return condition.evaluate(state).negated();
    }

    @Override
    public String sentence() {
        return "not " + condition.sentence();
    }
}
