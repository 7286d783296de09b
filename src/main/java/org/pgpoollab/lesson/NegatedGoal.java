package org.pgpoollab.lesson;

import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/** The opposite of a condition. An unknown result stays unknown. */
record NegatedGoal(GoalCondition condition) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        return condition.evaluate(state, evidence).negated();
    }

    @Override
    public Set<EvidenceQuestion> questions() {
        return condition.questions();
    }

    @Override
    public boolean needsLoad() {
        return condition.needsLoad();
    }

    @Override
    public boolean needsClients() {
        return condition.needsClients();
    }
}
