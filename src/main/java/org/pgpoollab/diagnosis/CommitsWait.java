package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.CommitFacts;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WaitingCommits;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;

/**
 * Reports commits that do not return: fewer standbys stream than {@code synchronous_standby_names} requires, or a session has waited longer
 * than a confirmation takes.
 */
public final class CommitsWait implements Check {

    static final String SETTING = "synchronous_standby_names";

    @Override
    public List<Finding> findings(ClusterState state) {
        return WaitingCommits.of(state).map(waits -> finding(state, waits)).stream()
                .toList();
    }

    private static Finding finding(ClusterState state, WaitingCommits waits) {
        var primary = waits.primary();
        var facts = waits.facts();
        var commits = facts.server().commits();
        return Finding.error(
                "commits on " + primary + " do not return: they wait for " + SETTING + " = '" + commits.standbyNames()
                        + "'",
                Stream.of(waits.isStandbyMissing() ? missing(facts) : slow(), waiting(state, commits))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ")),
                remedy(state, primary, facts));
    }

    private static String missing(PostgresFacts facts) {
        var wanted = facts.server().commits().standbys();
        var streaming = facts.standbys().stream().map(StandbyFacts::name).toList();
        return "it asks for " + wanted.needed() + " of " + String.join(", ", wanted.names()) + ", and "
                + StateText.list(streaming) + (streaming.size() > 1 ? " stream" : " streams");
    }

    private static String slow() {
        return "a streaming standby does not confirm them: its replay may be paused, or its network cut";
    }

    private static String waiting(ClusterState state, CommitFacts commits) {
        if (commits.waiting() == 0) {
            return "";
        }
        var sessions = commits.waiting() == 1 ? "1 session waits: " : commits.waiting() + " sessions wait, first ";
        return sessions
                + commits.first()
                + commits.longestWait(state.at())
                        .map(span -> ", for " + TimeSpan.text(span))
                        .orElse("");
    }

    /**
     * Returns what brings back a missing standby; if the lab has too few nodes with these names, it changes the setting to wait for none.
     */
    private static Remedy remedy(ClusterState state, Node primary, PostgresFacts facts) {
        var wanted = facts.server().commits().standbys();
        var able = state.lab().postgresNodes().stream()
                .filter(node -> !node.equals(primary) && wanted.includes(node.name()))
                .toList();
        var undo = able.stream()
                .flatMap(node -> ImposedFaults.undo(state, node).stream())
                .findFirst();
        if (undo.isPresent()) {
            return undo.get();
        }
        return able.size() < wanted.needed() ? waitForNobody(state, primary) : Remedy.reconfigure();
    }

    private static Remedy waitForNobody(ClusterState state, Node primary) {
        var wish = state.lab().settings().of(Settings.POSTGRES, primary).get(SETTING);
        var isLabs = wish != null
                && state.postgres(primary)
                        .says()
                        .value()
                        .filter(facts -> facts.server().commits().standbyNames().equals(wish))
                        .isPresent();
        var change = isLabs ? "alter system set " + SETTING + " = ''" : "alter system reset " + SETTING;
        return Remedy.then(Remedy.sql(primary, change), Remedy.sql(primary, "select pg_reload_conf()"));
    }

    /** Returns whether a commit waits for a standby that no node of the lab can be: then waiting does not help. */
    public static boolean isForEver(ClusterState state) {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).says().value())
                .map(facts -> facts.server().commits().standbys())
                .filter(wanted -> state.lab().postgresNodes().stream()
                                .filter(node -> wanted.includes(node.name()))
                                .count()
                        < wanted.needed())
                .isPresent();
    }
}
