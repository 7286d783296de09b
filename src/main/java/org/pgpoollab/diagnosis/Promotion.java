package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.topology.Node;

/**
 * Finds out why no repmgrd will promote a standby of a lab without a primary. More than half of the active standbys in repmgr's table must
 * see each other; see do_election in repmgrd-physical.c. An isolated standby answers the lab, and the others do not see it. A failed
 * election is not repeated when more standbys come back.
 *
 * @param gone nodes that will have stopped by then
 */
public record Promotion(ClusterState state, List<Node> gone) {

    /**
     * @param why a clause
     * @param remedy what makes a promotion possible
     */
    public record Obstacle(String why, Remedy remedy) {}

    Promotion(ClusterState state) {
        this(state, List.of());
    }

    /** Returns what prevents a promotion; empty if one is possible at any moment. */
    public Optional<Obstacle> obstacle() {
        var standbys = standbys();
        if (standbys.isEmpty()
                || standbys.stream().anyMatch(seen -> !seen.repmgr().isSeen())) {
            return Optional.empty();
        }
        if (standbys.stream().noneMatch(seen -> has(seen, RepmgrFacts::mayPromote))) {
            return Optional.of(nobodyMay());
        }
        return majority(standbys);
    }

    private Obstacle nobodyMay() {
        var paused = RepmgrdPaused.nodes(state);
        return new Obstacle(
                paused.isEmpty() ? "repmgrd runs on no standby" : "repmgrd is paused on " + StateText.list(paused),
                Remedy.reconfigure());
    }

    private Optional<Obstacle> majority(List<PostgresNode> standbys) {
        var counted = standbys.get(0).repmgr().value().map(RepmgrFacts::rows).orElse(List.of()).stream()
                .filter(row -> row.active() && row.isStandby())
                .map(row -> state.lab().named(row.name()))
                .flatMap(Optional::stream)
                .toList();
        var answering = standbys.stream()
                .map(PostgresNode::node)
                .filter(counted::contains)
                .toList();
        if (answering.size() * 2 > counted.size()) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle(
                "repmgrd needs a majority of the standbys, but only " + answering.size() + " of " + counted.size()
                        + " answer",
                Remedy.reconfigure()));
    }

    private List<PostgresNode> standbys() {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .filter(seen -> !gone.contains(seen.node()))
                .filter(seen -> !state.faults().has(new Isolate(seen.node())))
                .toList();
    }

    private static boolean has(PostgresNode seen, Predicate<RepmgrFacts> condition) {
        return seen.repmgr().value().filter(condition).isPresent();
    }
}
