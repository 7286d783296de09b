package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** What the pgpools that answer believe of one backend. */
record BackendBeliefs(ClusterState state, Node backend) {

    /** Returns the pgpools whose row for this backend meets the condition; a pgpool without a row for it is left out. */
    List<Node> where(Predicate<BackendView> condition) {
        return asked().stream()
                .filter(pool -> view(pool).filter(condition).isPresent())
                .map(PoolNode::node)
                .toList();
    }

    /** Returns the pgpools that answer and have no row for this backend. */
    List<Node> withoutRow() {
        return asked().stream()
                .filter(pool -> view(pool).isEmpty())
                .map(PoolNode::node)
                .toList();
    }

    List<Node> holdingDown() {
        return where(view -> !view.isUp());
    }

    List<Node> holdingUp() {
        return where(BackendView::isUp);
    }

    /** Returns whether a pgpool has no other backend up. */
    boolean isLastOfAny() {
        return asked().stream()
                .map(pool -> pool.backends().value().orElseThrow())
                .map(views -> views.stream().filter(BackendView::isUp).toList())
                .anyMatch(up -> up.size() == 1 && up.get(0).node().equals(backend.name()));
    }

    /** Describes the beliefs: {@code pgpool-0 and pgpool-1 hold it down; pgpool-2 still holds it up}; empty if no pgpool answers. */
    String inWords() {
        var down = holdingDown();
        var up = holdingUp();
        if (down.isEmpty()) {
            return up.isEmpty() ? "" : holders(up) + " it up";
        }
        return holders(down) + " it down" + (up.isEmpty() ? "" : "; " + holders(up) + " it up");
    }

    private String holders(List<Node> pools) {
        if (pools.size() == state.pools().size() && pools.size() > 1) {
            return "all pgpools hold";
        }
        return StateText.list(pools) + (pools.size() == 1 ? " holds" : " hold");
    }

    private List<PoolNode> asked() {
        return state.pools().stream().filter(pool -> pool.backends().isSeen()).toList();
    }

    private Optional<BackendView> view(PoolNode pool) {
        return pool.belief(backend);
    }
}
