package org.pgpoollab.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.topology.Node;

/**
 * Decides whether commits on the leading primary do not return: fewer standbys stream than {@code synchronous_standby_names} requires, or a
 * session has waited longer than a confirmation takes.
 *
 * @param primary the node whose commits wait
 */
public record WaitingCommits(Node primary, PostgresFacts facts) {

    private static final Duration LONG = Duration.ofSeconds(3);

    /** Returns the commits that wait; empty if they return, or if there is no leading primary. */
    public static Optional<WaitingCommits> of(ClusterState state) {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary)
                        .says()
                        .value()
                        .map(facts -> new WaitingCommits(primary, facts))
                        .filter(commits -> commits.isStandbyMissing() || commits.isLong(state)));
    }

    /** Returns whether fewer standbys stream than have to confirm a commit. */
    public boolean isStandbyMissing() {
        return present().size() < facts.server().commits().standbys().needed();
    }

    private List<String> present() {
        var wanted = facts.server().commits().standbys();
        return facts.standbys().stream()
                .filter(standby -> standby.state().equals("streaming"))
                .map(StandbyFacts::name)
                .filter(wanted::includes)
                .toList();
    }

    private boolean isLong(ClusterState state) {
        return facts.server()
                .commits()
                .longestWait(state.at())
                .filter(span -> span.compareTo(LONG) > 0)
                .isPresent();
    }
}
