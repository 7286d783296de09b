package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.EnsureHosts;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.SetVip;
import org.pgpoollab.plan.step.StartPgpool;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.step.StopPgpool;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Plans to start, stop and restart pgpools, with the status of the backends that they have saved or without it. */
public record PgpoolPlanner(Lab lab) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(40);

    /** How much later than the first pgpool the others start. */
    private static final Duration STAGGER = Duration.ofMillis(1200);

    /** Plans to start all pgpools, the first one before the others. */
    Plan startAll(boolean discardStatus) {
        return start(lab.pgpoolNodes(), discardStatus);
    }

    /**
     * Plans to start pgpools, the first of the list before the others: it most often becomes the leader.
     *
     * @param discardStatus whether they forget which backends were down
     */
    public Plan start(List<Node> pools, boolean discardStatus) {
        var steps = new ArrayList<Step>();
        var starts = pools.stream()
                .map(node -> new StartPgpool(
                        node, node.equals(pools.get(0)) ? Duration.ZERO : STAGGER, discardStatus, watchedVip()))
                .toList();
        steps.add(ParallelStep.of("start the pgpools", starts));
        if (!lab.hasWatchdog()) {
            steps.add(vip(Node.pgpool(0), true));
        }
        return Plan.of("start the pgpools", steps);
    }

    /**
     * Plans to restart pgpools that hang or have an outdated view of the backends. They start without their saved status: one that was the
     * leader and becomes the leader again would have the others take its view over, and would search for ever for a primary that it has
     * saved as down.
     */
    Plan restart(List<Node> pools) {
        var typed = "restart " + Node.names(pools) + " --discard-status";
        return Plan.of(
                "restart " + StateText.list(pools),
                pools.stream()
                        .flatMap(node -> restarting(node, StopMode.IMMEDIATE, true, typed).stream())
                        .toList());
    }

    /** Plans to stop all pgpools, and to start them without saved status. */
    Plan restartAll() {
        return Plan.of(
                "restart all pgpools",
                restartingTogether(lab.pgpoolNodes(), StopMode.IMMEDIATE, "stop " + Node.names(lab.pgpoolNodes())));
    }

    /**
     * Returns the steps that stop pgpools and start them without saved status. If they were restarted one after another, each would learn
     * the old status from the others.
     */
    List<Step> restartingTogether(List<Node> pools, StopMode mode, String typed) {
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(pools));
        steps.add(new ParallelStep(
                "stop the pgpools",
                pools.stream()
                        .map(node -> Plan.of("stop " + node, stopping(node, mode, typed)))
                        .toList()));
        steps.addAll(start(pools, true).steps());
        steps.add(new AwaitState(
                "wait until every pgpool serves", TIME_LIMIT, state -> serviceGap(state, pools), "diagnose"));
        if (lab.hasWatchdog()) {
            steps.add(new AdoptLeaderView());
        }
        return steps;
    }

    List<Step> restarting(Node node, StopMode mode, boolean discardStatus, String typed) {
        return Stream.concat(stopping(node, mode, typed).stream(), starting(node, discardStatus).stream())
                .toList();
    }

    /**
     * Returns the steps that stop one pgpool, and end its clients' sessions.
     *
     * @param typed what the user types, to be typed again with another mode if the server does not stop
     */
    List<Step> stopping(Node node, StopMode mode, String typed) {
        return lab.hasWatchdog()
                ? List.of(new StopPgpool(node, mode, typed))
                : List.of(vip(node, false), new StopPgpool(node, mode, typed));
    }

    /** Returns the steps that start one pgpool, until it answers and is in the watchdog. */
    List<Step> starting(Node node) {
        return starting(node, false);
    }

    private List<Step> starting(Node node, boolean discardStatus) {
        var steps = new ArrayList<Step>();
        steps.add(new StartPgpool(node, Duration.ZERO, discardStatus, watchedVip()));
        if (!lab.hasWatchdog()) {
            steps.add(vip(node, true));
        }
        steps.add(new AwaitState("wait until " + node + " answers", TIME_LIMIT, state -> gap(state, node), "diagnose"));
        return steps;
    }

    private Optional<String> serviceGap(ClusterState state, List<Node> pools) {
        return pools.stream()
                .flatMap(node -> gap(state, node).stream())
                .findFirst()
                .or(() -> state.vipHolders().isEmpty() && pools.containsAll(lab.pgpoolNodes())
                        ? Optional.of("nobody has the VIP yet")
                        : Optional.empty());
    }

    private Optional<String> gap(ClusterState state, Node node) {
        var pool = state.pool(node);
        if (!pool.isReachable()) {
            return Optional.of(StateText.of(state, node));
        }
        if (!lab.hasWatchdog()) {
            return Optional.empty();
        }
        if (PrimarySearch.isInVain(state, pool)) {
            return Optional.of(node + " searches for a primary, and holds the one that there is down");
        }
        var word = pool.watchdogState().orElse("not yet in the watchdog");
        return WatchdogFacts.takesPart(word) ? Optional.empty() : Optional.of(node + " is " + word);
    }

    /** Returns the VIP that the watchdog assigns; empty without a watchdog. */
    private String watchedVip() {
        return lab.hasWatchdog() ? lab.addresses().vip() : "";
    }

    private SetVip vip(Node node, boolean held) {
        return new SetVip(node, lab.addresses().vip(), held);
    }
}
