package org.pgpoollab.lesson;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Condition;
import org.pgpoollab.condition.Evaluation;

/** A condition of {@code wait} and {@code expect}. */
record SnapshotGoal(Condition condition) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        return condition.evaluate(state);
    }

    @Override
    public boolean needsClients() {
        return condition.asksForClients();
    }
}
