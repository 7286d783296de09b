package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.BELIEF;

import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Detects when pgpools change which backend they use as the primary. */
record BelievedPrimary(BeliefChange known) implements ChangeDetector {

    static final BelievedPrimary NOTHING = new BelievedPrimary(BeliefChange.NOTHING);

    private static final String NONE = "no node";
    private static final PoolBeliefs.Phrase PHRASE =
            new PoolBeliefs.Phrase("take", word -> word + " for the primary", word -> word);

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, String>();
        state.pools()
                .forEach(pool -> pool.backends().value().ifPresent(views -> seen.put(pool.node(), primary(views))));
        var next = known.next(state, seen);
        var later = new BelievedPrimary(next.later());
        var turned = next.turned();
        if (turned.isEmpty()) {
            return Told.nothing(later);
        }
        var isWorse = turned.stream().map(seen::get).anyMatch(NONE::equals);
        var sentence = new PoolBeliefs(state, seen, turned).sentence(PHRASE);
        return new Told(
                later, List.of(ChangeDetector.event(state, BELIEF, isWorse ? TROUBLE : CHANGE, turned, sentence)));
    }

    private static String primary(List<BackendView> views) {
        var primaries = views.stream()
                .filter(view -> view.isPrimary())
                .map(BackendView::node)
                .toList();
        return primaries.isEmpty() ? NONE : StateText.list(primaries);
    }
}
