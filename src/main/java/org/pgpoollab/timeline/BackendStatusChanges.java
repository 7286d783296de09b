package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.BELIEF;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Detects when pgpools mark a backend up or down. Pgpools that change at the same time are reported in one sentence. */
record BackendStatusChanges(Map<Node, BeliefChange> known) implements ChangeDetector {

    static final BackendStatusChanges NOTHING = new BackendStatusChanges(Map.of());

    private static final String UP = "up";

    BackendStatusChanges {
        known = Map.copyOf(known);
    }

    @Override
    public Told next(ClusterState state) {
        var later = new LinkedHashMap<Node, BeliefChange>();
        var events = new ArrayList<Event>();
        for (var backend : state.lab().postgresNodes()) {
            var words = words(state, backend);
            var next = known.getOrDefault(backend, BeliefChange.NOTHING).next(state, words);
            if (!next.turned().isEmpty()) {
                events.add(event(backend, new PoolBeliefs(state, words, next.turned())));
            }
            later.put(backend, next.later());
        }
        return new Told(new BackendStatusChanges(later), events);
    }

    private static Map<Node, String> words(ClusterState state, Node backend) {
        var words = new LinkedHashMap<Node, String>();
        state.pools().forEach(pool -> pool.belief(backend).ifPresent(view -> words.put(pool.node(), word(view))));
        return words;
    }

    /** Returns the status to compare. The status {@code waiting}, which means that no client has connected yet, is not worth an event. */
    private static String word(BackendView view) {
        if (view.isUp()) {
            return UP;
        }
        return view.isQuarantined() ? "in quarantine" : view.status().toString();
    }

    private static Event event(Node backend, PoolBeliefs beliefs) {
        var about = List.of(backend);
        if (beliefs.allBelieve(UP)) {
            var holders = beliefs.words().size() > 1
                    ? "all pgpools hold "
                    : beliefs.turned().get(0) + " holds ";
            return ChangeDetector.event(beliefs.state(), BELIEF, RECOVERY, about, holders + backend + " up again");
        }
        var phrase = new PoolBeliefs.Phrase("hold", word -> backend + " " + word, word -> "it " + word);
        return ChangeDetector.event(beliefs.state(), BELIEF, effect(beliefs), about, beliefs.sentence(phrase));
    }

    private static Event.Effect effect(PoolBeliefs beliefs) {
        var isWorse = beliefs.turned().stream()
                .anyMatch(pool -> !beliefs.words().get(pool).equals(UP));
        return isWorse ? TROUBLE : CHANGE;
    }
}
