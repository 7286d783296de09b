package org.pgpoollab.lesson;

import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.topology.Node;

/** Resolves the node of a goal, which may be a role that no node has at the moment. */
final class GoalNode {

    private GoalNode() {}

    static Evaluation evaluate(String word, ClusterState state, Function<Node, Evaluation> condition) {
        try {
            return condition.apply(NodeWords.resolve(word, state));
        } catch (LabException unresolved) {
            return Evaluation.unknown(unresolved.problems().get(0).what());
        }
    }
}
