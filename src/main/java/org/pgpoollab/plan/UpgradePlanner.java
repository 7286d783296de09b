package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.ChangePrograms;
import org.pgpoollab.plan.step.EnsureHosts;
import org.pgpoollab.plan.step.GuidedStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PowerOff;
import org.pgpoollab.plan.step.StartPgpool;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * Plans to give the pgpools of a lab other programs, one after the other: those that do not answer first, then the standbys, the leader last,
 * so that the VIP moves once. The lab is proved to work after each.
 *
 * @param now the programs of all nodes
 * @param target those that the pgpools get
 * @param files all files of the lab, generated for the target on each pgpool
 */
public record UpgradePlanner(
        Lab lab, LabDirectory directory, LabBinaries now, Binaries target, List<GeneratedFile> files) {

    private static final Duration MEETING = Duration.ofSeconds(60);

    /** Longer than Pgpool-II 4.3 takes to lose a pgpool once more that has just come back. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration PROOF = Duration.ofSeconds(90);

    public UpgradePlanner {
        files = List.copyOf(files);
    }

    /**
     * @param force whether to upgrade even a lab that is not whole, or whose clients are cut off meanwhile
     * @throws LabException if the lab is not whole, or cannot do without one pgpool
     */
    public Plan plan(ClusterState state, boolean force) {
        var nodes = order(state);
        if (!nodes.isEmpty() && !force) {
            requireRest(state);
        }
        var steps = new ArrayList<Step>();
        for (var node : nodes) {
            upgrading(node).forEach(step -> steps.add(new GuidedStep(step, stopped(node))));
        }
        if (!nodes.isEmpty() && lab.hasWatchdog()) {
            steps.add(new AwaitState(
                    "wait until every pgpool has seen all others for " + SETTLED.toSeconds() + " s",
                    SETTLED,
                    MEETING,
                    UpgradePlanner::strangers,
                    "watchdog_info"));
        }
        return Plan.of("upgrade the pgpools to Pgpool-II " + target.pgpoolVersion() + " of " + release(), steps)
                .undoneBy(back(nodes).toArray(Step[]::new))
                .advising(nodes.isEmpty() ? "" : "back again: " + typed(former()) + "   versions: version");
    }

    /** Returns the pgpools that have other programs than they shall, and those that do not answer, in the order of the upgrade. */
    private List<Node> order(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> !pool.isReachable() || !now.of(pool.node()).equals(target))
                .sorted(Comparator.comparing(UpgradePlanner::place)
                        .thenComparing(pool -> pool.node().index()))
                .map(PoolNode::node)
                .toList();
    }

    private static int place(PoolNode pool) {
        if (!pool.isReachable()) {
            return 0;
        }
        return pool.hasVip() ? 2 : 1;
    }

    private void requireRest(ClusterState state) {
        var missing = missing(state);
        if (missing.isPresent()) {
            throw new LabException(
                            Exit.FAILED,
                            List.of(new Problem(
                                    "an upgrade begins with a lab that works",
                                    missing.get(),
                                    "recover, or upgrade nevertheless: " + typed(release()) + " --force")))
                    .ofPrecondition();
        }
        if (lab.survivableLosses() < 1) {
            throw new LabException(
                            Exit.FAILED,
                            List.of(new Problem(
                                    "the lab " + lab.name() + " cannot do without one pgpool",
                                    lab.hasWatchdog()
                                            ? "of " + lab.pgpoolCount() + " pgpools " + lab.quorum()
                                                    + " are a quorum: nobody has the VIP while one is upgraded"
                                            : "it has no other: no client is served while it is upgraded",
                                    typed(release())
                                            + " --force, or a lab with three pgpools: up --pgpool 3 --name other")))
                    .ofPrecondition();
        }
    }

    /** Returns what the lab lacks besides pgpools that do not answer: an upgrade that stopped may have left one, and goes on with it. */
    private static Optional<String> missing(ClusterState state) {
        var silent = state.pools().stream()
                .filter(pool -> !pool.isReachable())
                .map(PoolNode::node)
                .collect(Collectors.toUnmodifiableSet());
        return silent.isEmpty()
                ? Redundancy.missing(state).stream().map(Problem::what).findFirst()
                : new Redundancy(state, Set.copyOf(silent)).gap();
    }

    private List<Step> upgrading(Node node) {
        var pgpools = new PgpoolPlanner(lab);
        var steps = new ArrayList<Step>(pgpools.stopping(node, StopMode.FAST, typed(release())));
        steps.add(new PowerOff(node, HostLinesByEngine.of(lab).cuttingPower(node)));
        steps.add(new ChangePrograms(node, directory, target, filesOf(node)));
        steps.add(new EnsureHosts(List.of(node)));
        steps.addAll(pgpools.starting(node));
        steps.add(new ProveLab(lab, directory, PROOF));
        if (lab.hasWatchdog()) {
            steps.add(new AwaitState(
                    "wait until every pgpool sees all others", MEETING, UpgradePlanner::strangers, "watchdog_info"));
        }
        return steps;
    }

    private List<GeneratedFile> filesOf(Node node) {
        return files.stream()
                .filter(file -> file.path().startsWith(node.name() + "/"))
                .toList();
    }

    /** After a restart two standbys may see each other lost for some seconds, and would not elect a leader together. */
    private static Optional<String> strangers(ClusterState state) {
        return state.pools().stream()
                .flatMap(pool -> stranger(state, pool).stream())
                .findFirst();
    }

    private static Optional<String> stranger(ClusterState state, PoolNode pool) {
        var facts = pool.watchdog().value();
        if (facts.isEmpty()) {
            return Optional.of(StateText.of(state, pool.node()));
        }
        return facts.get().members().stream()
                .filter(member -> !member.isAlive())
                .findFirst()
                .map(member -> pool.node() + " sees " + member.name() + " as " + member.state());
    }

    /** Starts again what an interrupted upgrade has stopped, with the programs that it has then. */
    private List<Step> back(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        var steps = new ArrayList<Step>(List.of(new EnsureHosts(nodes)));
        var vip = lab.hasWatchdog() ? lab.addresses().vip() : "";
        nodes.forEach(node -> steps.add(new StartPgpool(node, Duration.ZERO, false, vip)));
        if (!lab.hasWatchdog()) {
            steps.addAll(new PgpoolPlanner(lab).starting(Node.pgpool(0)));
        }
        return steps;
    }

    private Problem stopped(Node node) {
        return new Problem(
                "the upgrade has stopped at " + node,
                "the other pgpools go on, and may have different versions",
                typed(release()) + ", which goes on with it, or back: " + typed(former()));
    }

    /** Returns the release to which the pgpools go back: the one of the lab or, if that is the target, one that a pgpool has now. */
    private String former() {
        var usual = now.usual().root().release();
        return !usual.equals(release())
                ? usual
                : lab.pgpoolNodes().stream()
                        .map(node -> now.of(node).root().release())
                        .filter(other -> !other.equals(release()))
                        .findFirst()
                        .orElse(usual);
    }

    private String release() {
        return target.root().release();
    }

    private static String typed(String release) {
        return "upgrade pgpool " + release;
    }
}
