package org.pgpoollab.lesson;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/** The condition that never more pgpools than this were seen to hold the virtual address at the same time. */
record VipHoldersGoal(int most) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        var seen = evidence.mostVipHolders();
        return Evaluation.of(seen <= most, "at most " + seen + " held the VIP at the same time");
    }
}
