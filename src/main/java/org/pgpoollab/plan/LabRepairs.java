package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StandbyLimits;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.EnsureHosts;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.RunDataScript;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.wal.DivergenceFinder;
import org.pgpoollab.plan.wal.OfflineProbe;
import org.pgpoollab.plan.wal.RoleConflict;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.repair.OfflineNode;
import org.pgpoollab.repair.Reconfiguration;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.repair.WalDivergence;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Plans the repairs that bring a running lab back into its wished state. Each method examines the nodes anew. */
public final class LabRepairs {

    private final StepContext context;
    private final LabDirectory directory;
    private final RepairPlanner planner;

    public LabRepairs(StepContext context, LabDirectory directory) {
        this.context = context;
        this.directory = directory;
        this.planner = new RepairPlanner(context.lab());
    }

    /** @param chosen the node that the user named as the primary, if any */
    public Reconfiguration propose(ClusterState state, Optional<Node> chosen) {
        var offline = new OfflineProbe(context).of(state);
        var divergences = Reconfiguration.primary(state, offline, chosen)
                .map(primary -> divergences(primary, state, offline))
                .orElse(Map.of());
        return withLogins(Reconfiguration.of(state, offline, divergences, chosen));
    }

    /** Drops the repairs that need a login as repmgr while that login fails, and puts the repair of the roles first. */
    private Reconfiguration withLogins(Reconfiguration proposed) {
        return proposed.primary()
                .filter(primary -> proposed.repairs().stream().anyMatch(Repair::needsLogin))
                .filter(primary -> RunDataScript.logins(primary, primary)
                        .trouble(context)
                        .contains("password authentication failed"))
                .map(proposed::withRoles)
                .orElse(proposed);
    }

    private Map<Node, WalDivergence> divergences(Node primary, ClusterState state, Map<Node, OfflineNode> offline) {
        var divergence = new DivergenceFinder(context, state);
        return state.postgres().stream()
                .map(PostgresNode::node)
                .filter(node -> !node.equals(primary))
                .filter(node -> !offline.containsKey(node) || offline.get(node).hasData())
                .collect(Collectors.toMap(node -> node, node -> divergence.of(node, primary)));
    }

    /** @param state the snapshot for which the repair was proposed */
    public Plan of(Repair repair, Optional<Node> primary, ClusterState state) {
        if (repair.way() == RepairMethod.START && repair.node().isPostgres()) {
            return planner.start(repair.node(), pause(repair.node(), state));
        }
        var lacking = repair.way() == RepairMethod.RAISE
                ? StandbyLimits.lacking(context.observer().glance(), repair.node())
                : Map.<String, Integer>of();
        return planner.of(repair, primary, runs(repair.node()), lacking);
    }

    /** Keeps repmgrd from promoting another node while the last primary starts. */
    private Optional<PlannedPause> pause(Node node, ClusterState state) {
        var leads = Optional.ofNullable(
                        new OfflineProbe(context).ofUnseen(state).get(node))
                .filter(OfflineNode::isPrimary);
        return leads.isPresent() && state.primaries().isEmpty() ? PlannedPause.of(node, state) : Optional.empty();
    }

    /**
     * Plans to start servers.
     *
     * @param force whether to start even a node that will be a second primary
     * @throws LabException for a node that would be a second primary
     */
    public Plan start(List<Node> nodes, boolean force, ClusterState state) {
        if (!force) {
            RoleConflict.seen(state, context).refuse(nodes);
        }
        return new ServerPlanner(context.lab()).start(nodes, force, state);
    }

    /**
     * Plans to stop and start servers.
     *
     * @param discardStatus whether pgpools forget which backends were down
     * @throws LabException for a node that would be a second primary
     */
    public Plan restart(List<Node> nodes, StopMode mode, boolean discardStatus, ClusterState state) {
        RoleConflict.seen(state, context).refuse(nodes);
        return new ServerPlanner(context.lab()).restart(nodes, mode, discardStatus, state);
    }

    /**
     * Refuses to let the processes of an old primary go on.
     *
     * @param command that would do so
     * @throws LabException for a frozen primary that would be a second primary
     */
    public void refuseResume(String command, List<Node> frozen, ClusterState state) {
        var alive = frozen.stream().filter(context.engine()::isOn).toList();
        RoleConflict.seen(state, context).refuseResume(command, alive, state.primaries());
    }

    /** Returns the frozen PostgreSQL nodes that would go on as second primaries if they were resumed. */
    public List<Node> replacedWhileFrozen(ClusterState state) {
        var frozen = context.lab().postgresNodes().stream()
                .filter(state.faults()::freezes)
                .toList();
        return frozen.isEmpty() ? List.of() : RoleConflict.seen(state, context).replaced(frozen, state.primaries());
    }

    private boolean runs(Node node) {
        return node.isPostgres() && context.engine().isAlive(node, Server.POSTGRES);
    }

    /** Plans the proof that the lab works, the same as the last step of {@code up}. */
    public Plan proof() {
        return Plan.of("prove that it works", new ProveLab(context.lab(), directory, Duration.ofSeconds(60)));
    }

    /** Plans to switch on hosts that are off, and nothing else. */
    public Plan hosts() {
        return Plan.of(
                "ensure that the hosts are on", new EnsureHosts(context.lab().nodes()));
    }

    /** Returns what would be lost if this node became a standby of the primary. */
    public DivergedWalSummary onlyOn(Node node, Node primary, ClusterState state) {
        return new DivergenceFinder(context, state).onlyOn(node, primary);
    }

    /**
     * Returns the primary of which this node can become a standby.
     *
     * @throws LabException if there is none, or it is the node itself
     */
    public Node primaryFor(Node node, ClusterState state) {
        requirePostgres(node);
        var primary = Replication.leadingPrimary(state)
                .orElseThrow(() -> LabException.failed(
                        node + " has no primary to come back to",
                        state.primaries().isEmpty()
                                ? "no node says that it is primary"
                                : StateText.list(state.primaries()) + " each say that they are primary",
                        "reconfigure"));
        if (primary.equals(node)) {
            throw LabException.failed(
                    node + " is the primary", "the others come back to it", "switchover makes another one primary");
        }
        return primary;
    }

    /** @throws LabException also if the node cannot be rewound, which repmgr detects too late or not at all */
    public Plan rejoin(Node node, ClusterState state) {
        var primary = primaryFor(node, state);
        if (Replication.isStreaming(state, node)
                && Replication.ahead(state, node).isEmpty()) {
            return planner.attach(node, primary)
                    .advising(node + " streams already: it has nothing that " + primary + " does not have");
        }
        var divergence = new DivergenceFinder(context, state).of(node, primary);
        if (!divergence.canBeRewound()) {
            throw LabException.failed(
                    node + " cannot be rewound to " + primary,
                    divergence.isApart()
                            ? "pg_rewind needs a timeline that " + primary + " has left; " + node
                                    + " parted from it at " + divergence.fork().get()
                            : divergence.doubt(),
                    "reclone " + node);
        }
        return planner.rejoin(node, primary, runs(node));
    }

    public Plan reclone(Node node, ClusterState state) {
        return planner.reclone(node, primaryFor(node, state), runs(node));
    }

    /** @param upstream the node to follow; empty for the primary */
    public Plan follow(Node node, Optional<Node> upstream, ClusterState state) {
        var primary = primaryFor(node, state);
        var whom = upstream.orElse(primary);
        requirePostgres(whom);
        if (!state.postgres(node).isStandby()) {
            throw LabException.failed(
                    node + " cannot follow",
                    StateText.of(state, node),
                    (Replication.isOnLeftTimeline(state, node) ? "rejoin " : "reclone ") + node);
        }
        if (whom.equals(node) || !state.postgres(whom).says().isSeen()) {
            throw LabException.failed(
                    node + " cannot follow " + whom,
                    whom.equals(node) ? "that is itself" : StateText.of(state, whom),
                    "follow " + node + " " + primary);
        }
        if (Replication.upstreams(state, whom).contains(node)) {
            throw LabException.failed(
                    node + " cannot follow " + whom,
                    whom + " gets its WAL from " + node + ": no primary would send to either",
                    "follow " + node + " " + primary);
        }
        refuseApart(node, primary, state);
        return planner.follow(node, whom, primary);
    }

    /**
     * Refuses a node that has WAL of its own: following another node does not remove it, and the other node's WAL cannot be appended to it.
     */
    private void refuseApart(Node node, Node primary, ClusterState state) {
        var divergence = new DivergenceFinder(context, state).of(node, primary);
        if (divergence.isApart()) {
            throw LabException.failed(
                    node + " cannot follow " + primary + " as it is",
                    "only " + node + " has: " + onlyOn(node, primary, state).inWords(),
                    (divergence.canBeRewound() ? "rejoin " : "reclone ") + node);
        }
    }

    public Plan promote(Node node, ClusterState state) {
        requirePostgres(node);
        if (!state.primaries().isEmpty()) {
            throw LabException.failed(
                    node + " must not be promoted",
                    StateText.list(state.primaries()) + " is primary: there would be two",
                    "switchover " + node);
        }
        if (!state.postgres(node).isStandby()) {
            throw LabException.failed(node + " cannot be promoted", StateText.of(state, node), "start " + node);
        }
        var better = standbys(state, node).stream()
                .filter(other -> written(state, other) > written(state, node))
                .findFirst();
        better.ifPresent(other -> {
            throw LabException.failed(
                    node + " should not be promoted",
                    other + " has " + (written(state, other) - written(state, node)) + " bytes of WAL more",
                    "promote " + other);
        });
        return new TakeoverPlanner(context.lab()).promote(node, standbys(state, node));
    }

    public Plan switchover(Node node, ClusterState state) {
        requirePostgres(node);
        if (state.primaries().equals(List.of(node))) {
            return Plan.of("switchover to " + node, List.of());
        }
        if (state.primaries().size() != 1) {
            throw LabException.failed(
                    "there must be one primary before another can take over",
                    state.primaries().isEmpty()
                            ? "there is none"
                            : StateText.list(state.primaries()) + " are primaries",
                    "reconfigure");
        }
        Replication.gap(state, node).ifPresent(gap -> {
            throw LabException.failed(node + " cannot take over", gap, "reconfigure");
        });
        var old = state.primaries().get(0);
        var others = standbys(state, node).stream()
                .filter(other -> Replication.isStreaming(state, other))
                .toList();
        var pool = BackendPlanner.answeringPool(state)
                .orElseThrow(() -> LabException.failed("no pgpool can be told", "none answers", "start pgpool-0"));
        return new TakeoverPlanner(context.lab()).switchover(old, node, others, pool);
    }

    private static List<Node> standbys(ClusterState state, Node but) {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .filter(node -> !node.equals(but))
                .toList();
    }

    private static long written(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(PostgresFacts::written)
                .orElseThrow()
                .bytes();
    }

    private static void requirePostgres(Node node) {
        if (!node.isPostgres()) {
            throw LabException.usage(
                    node + " is no PostgreSQL node", "only PostgreSQL nodes are repaired in this way", "nodes");
        }
    }
}
