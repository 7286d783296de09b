package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPLICATION;

import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.WaitingCommits;
import org.pgpoollab.topology.Node;

/** Detects when commits on the leading primary begin to wait for standbys that do not confirm them, and when they return again. */
record CommitChanges(LastKnown<Node, Boolean> known) implements ChangeDetector {

    static final CommitChanges NOTHING = new CommitChanges(LastKnown.nothing());

    @Override
    public Told next(ClusterState state) {
        var waiting = WaitingCommits.of(state);
        var seen = new LinkedHashMap<Node, Boolean>();
        Replication.leadingPrimary(state).ifPresent(primary -> seen.put(primary, waiting.isPresent()));
        var events = known.changed(seen).stream()
                .map(primary -> waiting.map(commits -> begun(state, commits)).orElseGet(() -> ended(state, primary)))
                .toList();
        return new Told(new CommitChanges(known.with(seen)), events);
    }

    private static Event begun(ClusterState state, WaitingCommits commits) {
        var text = "commits on " + commits.primary() + " wait: synchronous_standby_names = '"
                + commits.facts().server().commits().standbyNames() + "', and "
                + (commits.isStandbyMissing() ? "too few of these stream" : "a standby does not confirm them");
        return ChangeDetector.event(state, REPLICATION, TROUBLE, List.of(commits.primary()), text);
    }

    private static Event ended(ClusterState state, Node primary) {
        return ChangeDetector.event(
                state, REPLICATION, RECOVERY, List.of(primary), "commits on " + primary + " return again");
    }
}
