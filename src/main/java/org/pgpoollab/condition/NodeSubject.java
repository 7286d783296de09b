package org.pgpoollab.condition;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A node of the lab by its name, or whichever nodes play a part at the time of the look. */
record NodeSubject(String word) {

    /** The verdict on all nodes that are meant. If nobody plays the part that is unmet, or unknown where somebody might unseen. */
    Evaluation all(ClusterState state, Function<Node, Evaluation> verdict) {
        var named = NodeWords.named(word, state.lab());
        if (named.isPresent()) {
            return verdict.apply(named.get());
        }
        var role = RoleWord.parse(word).orElseThrow();
        var holders = role.holders(state);
        if (holders.isEmpty()) {
            return nobody(role, state);
        }
        if (role.meansOne() && holders.size() > 1) {
            return Evaluation.unmet(word + " can mean " + StateText.list(holders) + ": each " + role.part());
        }
        return Evaluation.all(holders.stream().map(verdict).toList());
    }

    /** Whether PostgreSQL nodes, or PostgreSQL nodes among others, can be meant. */
    boolean canBePostgres(Lab lab) {
        return NodeWords.named(word, lab)
                .map(Node::isPostgres)
                .orElseGet(() -> !RoleWord.parse(word).orElseThrow().isOfPgpool());
    }

    boolean canBePgpool(Lab lab) {
        return NodeWords.named(word, lab)
                .map(Node::isPgpool)
                .orElseGet(() -> !RoleWord.parse(word).orElseThrow().isOfPostgres());
    }

    private static Evaluation nobody(RoleWord role, ClusterState state) {
        var candidates = role.candidates(state.lab());
        var why = "no node " + role.part() + ": " + StateText.of(state, candidates);
        return candidates.stream().allMatch(node -> isSeen(role, node, state))
                ? Evaluation.unmet(why)
                : Evaluation.unknown(why);
    }

    private static boolean isSeen(RoleWord role, Node node, ClusterState state) {
        if (node.isPostgres()) {
            return state.postgres(node).says().isSeen();
        }
        PoolNode pool = state.pool(node);
        return role == RoleWord.VIP ? pool.holdsVip().isSeen() : pool.watchdog().isSeen();
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
