package org.pgpoollab.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * A condition on what pgpools believe of a backend. Without a named pool it applies to each pgpool that answers, and at least one must.
 *
 * @param up whether the backend should be up; every other status that pgpool reports counts as down
 * @param wanted false for {@code is not}
 * @param pools the named pgpool; empty for all that answer
 */
record BackendIs(NodeSubject backend, boolean up, boolean wanted, List<NodeSubject> pools) implements Condition {

    BackendIs {
        pools = List.copyOf(pools);
    }

    /** Evaluates whether each pgpool that answers holds the backend up, or down; at least one must answer. */
    static Evaluation onAll(ClusterState state, Node node, boolean up) {
        return new BackendIs(new NodeSubject(node.name()), up, true, List.of()).evaluate(state);
    }

    @Override
    public Evaluation evaluate(ClusterState state) {
        return backend.all(state, node -> pools.isEmpty() ? onAll(state, node) : onNamed(state, node));
    }

    private Evaluation onNamed(ClusterState state, Node node) {
        return pools.get(0).all(state, pool -> on(state, state.pool(pool), node));
    }

    private Evaluation onAll(ClusterState state, Node node) {
        var verdicts = new ArrayList<Evaluation>();
        for (var pool : state.pools()) {
            if (!pool.backends().isUnreachable()) {
                verdicts.add(on(state, pool, node));
            }
        }
        return verdicts.isEmpty() ? Evaluation.unknown("no pgpool answers") : Evaluation.all(verdicts);
    }

    private Evaluation on(ClusterState state, PoolNode pool, Node node) {
        if (!pool.backends().isSeen()) {
            return Evaluation.unknown(
                    pool.node() + " cannot be asked: " + StateText.silence(pool.backends(), state.at()));
        }
        var view = view(pool, node);
        if (view.isEmpty()) {
            return Evaluation.unmet(pool.node() + " has no backend " + node);
        }
        var verdict = Evaluation.of(
                view.get().isUp() == up,
                pool.node() + " holds " + node + " " + view.get().status());
        return wanted ? verdict : verdict.negated();
    }

    private static Optional<BackendView> view(PoolNode pool, Node node) {
        return pool.belief(node);
    }

    @Override
    public String sentence() {
        return "pool_nodes " + backend.word() + (wanted ? " is " : " is not ") + (up ? "up" : "down")
                + (pools.isEmpty() ? "" : " on " + pools.get(0).word());
    }
}
