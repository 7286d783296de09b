package org.pgpoollab.lesson;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/**
 * One line of a task's goals.
 *
 * @param text the condition as it was written
 * @param words what the student reads: the author's words, else the condition
 * @param onceSeen whether it is enough that the condition was met at any moment since the task began
 */
public record Goal(String text, String words, boolean onceSeen, GoalCondition condition) {

    /** Returns whether it runs a query of the author on a node. */
    public boolean asksQueries() {
        return condition.questions().stream().anyMatch(question -> question instanceof EvidenceQuestion.Row);
    }

    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        return condition.evaluate(state, evidence);
    }
}
