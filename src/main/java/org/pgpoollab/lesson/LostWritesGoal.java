package org.pgpoollab.lesson;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/**
 * The condition on how many acknowledged writes of the load, since the task began, are not in the table.
 *
 * @param above whether more than this number must be lost; otherwise exactly this number
 */
record LostWritesGoal(boolean above, long number) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        var load = evidence.load();
        if (!load.isKnown() || !load.isCompared()) {
            return Evaluation.unknown(load.doubt());
        }
        return Evaluation.of(
                above ? load.lost() > number : load.lost() == number,
                load.lost() + " of " + load.acknowledged() + " acknowledged writes are lost");
    }

    @Override
    public boolean needsLoad() {
        return true;
    }
}
