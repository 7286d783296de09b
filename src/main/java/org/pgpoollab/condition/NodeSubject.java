package org.pgpoollab.condition;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The subject of a condition: a node by its name, or the nodes that have a role in the snapshot. */
record NodeSubject(String word) {

    /**
     * Evaluates a condition on all nodes of the subject. If no node has the role, the result is unmet, or unknown if some node was not
     * seen.
     */
    Evaluation all(ClusterState state, Function<Node, Evaluation> verdict) {
        var named = NodeWords.named(word, state.lab());
        if (named.isPresent()) {
            return verdict.apply(named.get());
        }
        var role = NodeRole.parse(word).orElseThrow();
        var holders = role.holders(state);
        if (holders.isEmpty()) {
            return nobody(role, state);
        }
        if (role.meansOne() && holders.size() > 1) {
            return Evaluation.unmet(word + " can mean " + StateText.list(holders) + ": each " + role.part());
        }
        return Evaluation.all(holders.stream().map(verdict).toList());
    }

    /** Returns whether the subject can be a PostgreSQL node, or include one. */
    boolean canBePostgres(Lab lab) {
        return NodeWords.named(word, lab)
                .map(Node::isPostgres)
                .orElseGet(() -> !NodeRole.parse(word).orElseThrow().isOfPgpool());
    }

    boolean canBePgpool(Lab lab) {
        return NodeWords.named(word, lab)
                .map(Node::isPgpool)
                .orElseGet(() -> !NodeRole.parse(word).orElseThrow().isOfPostgres());
    }

    private static Evaluation nobody(NodeRole role, ClusterState state) {
        var candidates = role.candidates(state.lab());
        var why = "no node " + role.part() + ": " + StateText.of(state, candidates);
        return candidates.stream().allMatch(node -> isSeen(role, node, state))
                ? Evaluation.unmet(why)
                : Evaluation.unknown(why);
    }

    private static boolean isSeen(NodeRole role, Node node, ClusterState state) {
        if (node.isPostgres()) {
            return state.postgres(node).says().isSeen();
        }
        PoolNode pool = state.pool(node);
        return role == NodeRole.VIP ? pool.holdsVip().isSeen() : pool.watchdog().isSeen();
    }

    static List<String> postgresWords(Lab lab) {
        return NodeWords.words(lab).stream()
                .filter(word -> !word.equals("all") && new NodeSubject(word).canBePostgres(lab))
                .toList();
    }

    static List<String> pgpoolWords(Lab lab) {
        return NodeWords.words(lab).stream()
                .filter(word -> !word.equals("all") && new NodeSubject(word).canBePgpool(lab))
                .filter(word -> lab.hasWatchdog() || !word.equals("leader"))
                .toList();
    }
}
