package org.pgpoollab.lesson;

import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/** What a goal requires: of the current snapshot, or of what was seen since the task began. A pure function of both. */
public sealed interface GoalCondition
        permits SnapshotGoal,
                VipHoldersGoal,
                ReadsGoal,
                NoReadsGoal,
                AnswerGoal,
                OutageGoal,
                LostWritesGoal,
                NegatedGoal {

    Evaluation evaluate(ClusterState state, LessonEvidence evidence);

    /** Returns what has to be asked beyond a snapshot. */
    default Set<EvidenceQuestion> questions() {
        return Set.of();
    }

    /** Returns whether it needs the figures of the load. */
    default boolean needsLoad() {
        return false;
    }

    /** Returns whether it needs a snapshot that includes logins of clients. */
    default boolean needsClients() {
        return false;
    }
}
