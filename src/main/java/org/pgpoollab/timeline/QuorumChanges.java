package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.QUORUM;

import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.WatchdogFacts;

/** Detects when the watchdog loses or regains its quorum, as its leader reports it. Without exactly one leader the quorum is unknown. */
record QuorumChanges(LastKnown<String, Boolean> known) implements ChangeDetector {

    static final QuorumChanges NOTHING = new QuorumChanges(LastKnown.nothing());

    private static final String SUBJECT = "quorum";

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<String, Boolean>();
        state.leadersWatchdog().ifPresent(facts -> seen.put(SUBJECT, facts.hasQuorum()));
        var events = known.changed(seen).stream()
                .map(changed -> event(state, seen.get(changed)))
                .toList();
        return new Told(new QuorumChanges(known.with(seen)), events);
    }

    private static Event event(ClusterState state, boolean exists) {
        var votes = state.leadersWatchdog().map(QuorumChanges::votes).orElse("");
        return ChangeDetector.event(
                state,
                QUORUM,
                exists ? RECOVERY : TROUBLE,
                List.of(),
                exists ? "the quorum is back: " + votes : "the quorum is lost: " + votes);
    }

    /** Describes the votes: {@code 1 of 3 pgpools alive, 2 needed}. */
    private static String votes(WatchdogFacts watchdog) {
        return watchdog.alive() + " of " + watchdog.total() + " pgpools alive, " + watchdog.needed() + " needed";
    }
}
