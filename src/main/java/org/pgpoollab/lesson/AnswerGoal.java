package org.pgpoollab.lesson;

import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/** The condition that a question is answered as required. */
record AnswerGoal(EvidenceQuestion question, String wanted) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        var answer = evidence.answer(question);
        return answer.isKnown() ? question.evaluate(answer.text(), wanted) : Evaluation.unknown(answer.text());
    }

    @Override
    public Set<EvidenceQuestion> questions() {
        return Set.of(question);
    }
}
