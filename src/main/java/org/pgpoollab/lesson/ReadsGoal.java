package org.pgpoollab.lesson;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/**
 * The condition that the pgpools sent this many reads to a node.
 *
 * @param word the node's name, or a role
 */
record ReadsGoal(String word, long least) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        return GoalNode.evaluate(word, state, node -> {
            var count = evidence.reads().of(node);
            return Evaluation.of(count >= least, node + " answered " + count + " reads");
        });
    }
}
