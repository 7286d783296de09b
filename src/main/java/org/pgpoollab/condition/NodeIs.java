package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/**
 * Each node that is meant is in a state, or each is not.
 *
 * @param wanted false of {@code is not}
 */
record NodeIs(NodeSubject subject, NodeState what, boolean wanted) implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        return subject.all(state, node -> {
            var verdict = what.of(state, node);
            return wanted ? verdict : verdict.negated();
        });
    }

    @Override
    public String sentence() {
        return subject.word() + (wanted ? " is " : " is not ") + what.word();
    }
}
