package org.pgpoollab.lesson;

import java.time.Duration;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/** The condition that the pgpools have sent no read to a node for this time. */
record NoReadsGoal(String word, Duration span) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        return GoalNode.evaluate(word, state, node -> {
            var quiet = Duration.between(evidence.reads().last(node, evidence.begun()), state.at());
            return Evaluation.of(
                    quiet.compareTo(span) >= 0,
                    node + " has answered no read for " + TimeSpan.text(quiet.isNegative() ? Duration.ZERO : quiet));
        });
    }
}
