package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;

/**
 * The condition that each of the nodes is in a state, or that each is not.
 *
 * @param wanted false for {@code is not}
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
