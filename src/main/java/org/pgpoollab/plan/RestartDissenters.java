package org.pgpoollab.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Restarts pgpools whose view of a backend differs from that of the watchdog's leader, if the leader is right. A pgpool that starts while
 * the leader is still searching for the primary learns that there is none, and does not search again: see sync_backend_from_watchdog in
 * pgpool_main.c.
 */
final class RestartDissenters {

    /** How long the pgpools may differ while backends and pgpools are starting. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final StepContext context;
    private final Progress progress;
    private final Map<Node, Long> since = new HashMap<>();

    RestartDissenters(StepContext context, Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    /**
     * Records which pgpools differ, and restarts those that have differed for too long.
     *
     * @param now by {@link System#nanoTime()}
     */
    void perform(ClusterState state, long now) {
        var lasting = lasting(state, now);
        if (!lasting.isEmpty()) {
            since.clear();
            progress.note("restart " + StateText.list(lasting)
                    + ": the watchdog's leader is right, and a restart makes them learn from it");
            PlanRunner.run(new PgpoolPlanner(context.lab()).restart(lasting), context, progress);
        }
    }

    List<Node> lasting(ClusterState state, long now) {
        var dissenters = state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .map(PostgresNode::node)
                .flatMap(backend -> Dissent.from(state, backend).stream())
                .filter(pool -> state.faults().touching(pool).all().isEmpty())
                .collect(Collectors.toSet());
        since.keySet().retainAll(dissenters);
        dissenters.forEach(pool -> since.putIfAbsent(pool, now));
        return dissenters.stream()
                .filter(pool -> now - since.get(pool) >= TIME_LIMIT.toNanos())
                .sorted()
                .toList();
    }
}
