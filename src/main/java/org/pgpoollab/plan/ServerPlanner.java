package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.EnsureHosts;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.StartRepmgrd;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.step.StopPostgres;
import org.pgpoollab.plan.step.StopRepmgrd;
import org.pgpoollab.plan.wal.RefuseDivergedStandby;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Plans to start, stop and restart servers. It changes nothing itself, and reads nothing but the snapshot that it is given. */
public final class ServerPlanner {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(40);

    private final Lab lab;
    private final PgpoolPlanner pgpools;

    public ServerPlanner(Lab lab) {
        this.lab = lab;
        this.pgpools = new PgpoolPlanner(lab);
    }

    /**
     * Plans to stop servers, in the order given, but every repmgrd before the first PostgreSQL: while one server after the other stops,
     * the repmgrd of a later one would take the stopped primary for a failed one and promote its node.
     */
    public Plan stop(List<Node> nodes, StopMode mode, ClusterState state) {
        var typed = "stop " + Node.names(nodes);
        return Plan.of("stop " + StateText.list(nodes), stopping(nodes, mode, typed))
                .advising(StopAdvice.of(nodes, state));
    }

    /** @param typed what the user types, to be typed again with another mode if the server does not stop */
    private List<Step> stopping(List<Node> nodes, StopMode mode, String typed) {
        var repmgrds = nodes.stream().filter(Node::isPostgres).map(StopRepmgrd::new);
        var servers = nodes.stream()
                .flatMap(node -> node.isPostgres()
                        ? Stream.of(new StopPostgres(node, mode, typed))
                        : pgpools.stopping(node, mode, typed).stream());
        return Stream.<Step>concat(repmgrds, servers).toList();
    }

    /**
     * Plans to start servers, those of several nodes in parallel, and to wait until they answer. While the last primary starts, no other
     * node is promoted.
     *
     * @param force whether to start even nodes that will be primaries beside another one
     */
    Plan start(List<Node> nodes, boolean force, ClusterState state) {
        var plan = force ? startAsItIs(nodes) : checked(startAlone(nodes, state), nodes, state);
        return released(plan, nodes, state).advising(afterStart(nodes, state));
    }

    /** Lets hosts go on before anything else that are held: nothing can be started on them. */
    private static Plan released(Plan plan, List<Node> nodes, ClusterState state) {
        var releases = nodes.stream()
                .flatMap(node -> FaultRemoval.release(state, node))
                .toList();
        return releases.isEmpty()
                ? plan
                : plan.with(
                        Stream.concat(releases.stream(), plan.steps().stream()).toList());
    }

    /** Adds a check of standbys that do not run, once their hosts are on, if the primary has ever left a timeline. */
    private static Plan checked(Plan plan, List<Node> nodes, ClusterState state) {
        var hasLeftOne = Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).says().value())
                .filter(facts -> facts.timeline() > 1)
                .isPresent();
        var stopped = nodes.stream()
                .filter(node ->
                        node.isPostgres() && !state.postgres(node).says().isSeen())
                .toList();
        if (!hasLeftOne || stopped.isEmpty()) {
            return plan;
        }
        var steps = new ArrayList<>(plan.steps());
        steps.add(1, new RefuseDivergedStandby(stopped));
        return plan.with(steps);
    }

    private Plan startAlone(List<Node> nodes, ClusterState state) {
        var plan = startAsItIs(nodes);
        var pauses = nodes.stream()
                .flatMap(node -> PlannedPause.ofLastPrimary(node, state).stream())
                .toList();
        if (pauses.size() != 1) {
            return plan;
        }
        var pause = pauses.get(0);
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(nodes));
        steps.addAll(pause.start());
        steps.add(pause.release());
        steps.addAll(besidesPostgres(pause.primary()));
        var others =
                nodes.stream().filter(node -> !node.equals(pause.primary())).toList();
        if (!others.isEmpty()) {
            steps.addAll(startAsItIs(others).steps());
        }
        return Plan.of(plan.title(), steps).undoneBy(pause.release());
    }

    /** Plans to start nodes regardless of the roles of others. */
    Plan startAsItIs(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(nodes));
        var postgres = nodes.stream().filter(Node::isPostgres).toList();
        var plans = new ArrayList<Plan>();
        if (!postgres.isEmpty()) {
            plans.add(Plan.of("start " + StateText.list(postgres), startingPostgres(postgres)));
        }
        nodes.stream()
                .filter(Node::isPgpool)
                .map(node -> Plan.of("start " + node, pgpools.starting(node)))
                .forEach(plans::add);
        steps.add(new ParallelStep("start " + StateText.list(nodes), plans));
        return Plan.of("start " + StateText.list(nodes), steps);
    }

    /** Every PostgreSQL runs before the first repmgrd starts, because a repmgrd whose upstream does not run yet exits at once. */
    private static List<Step> startingPostgres(List<Node> nodes) {
        if (nodes.size() == 1) {
            return Stream.concat(Stream.of(new StartPostgres(nodes.get(0))), besidesPostgres(nodes.get(0)).stream())
                    .toList();
        }
        return List.of(
                ParallelStep.inWaves(
                        "start PostgreSQL",
                        nodes.stream().map(StartPostgres::new).toList()),
                new ParallelStep(
                        "start the repmgrds",
                        nodes.stream()
                                .map(node -> Plan.of("start repmgrd on " + node, besidesPostgres(node)))
                                .toList()));
    }

    /** Returns the steps that follow the start of PostgreSQL. */
    static List<Step> besidesPostgres(Node node) {
        return List.of(
                new StartRepmgrd(node),
                new AwaitState(
                        "wait until " + node + " answers", TIME_LIMIT, state -> silence(state, node), "logs " + node));
    }

    /** Returns advice for after the start. A former primary that is started after another node took over is a second primary. */
    private static String afterStart(List<Node> nodes, ClusterState state) {
        var second = nodes.stream()
                .filter(node -> node.isPostgres()
                        && state.postgres(node).wouldLead()
                        && !state.primaries().isEmpty())
                .findFirst()
                .map(node -> "now there is a primary beside " + StateText.list(state.primaries())
                        + "; make a standby of " + node + ": reconfigure");
        var back = nodes.stream()
                .filter(node ->
                        node.isPostgres() && !state.postgres(node).says().isSeen())
                .toList();
        return second.orElseGet(() -> back.isEmpty() ? "" : afterReturn(back, state));
    }

    private static String afterReturn(List<Node> back, ClusterState state) {
        return StopAdvice.isFailbackAutomatic(state.lab())
                ? "auto_failback attaches what streams, each pgpool once in auto_failback_interval; if nothing happens: attach "
                        + Node.names(back)
                : "a backend that Pgpool-II held down stays so until: attach " + Node.names(back);
    }

    /**
     * Plans a restart. A primary is restarted without a failover.
     *
     * @param discardStatus whether pgpools forget which backends were down
     */
    Plan restart(List<Node> nodes, StopMode mode, boolean discardStatus, ClusterState state) {
        var steps = new ArrayList<Step>();
        var undo = new ArrayList<Step>();
        var typed = "restart " + Node.names(nodes) + (discardStatus ? " --discard-status" : "");
        var together = discardStatus ? pgpoolsOfMany(nodes) : List.<Node>of();
        for (var node : nodes.stream().filter(node -> !together.contains(node)).toList()) {
            var pause = PlannedPause.ofPrimary(node, state);
            pause.ifPresent(planned -> undo.add(planned.release()));
            steps.addAll(pause.map(planned -> planned.restart(
                            new StopPostgres(node, mode, typed),
                            lab.credentials().user()))
                    .orElseGet(() -> restarting(node, mode, discardStatus, typed)));
        }
        if (!together.isEmpty()) {
            steps.addAll(pgpools.restartingTogether(together, mode, typed));
        }
        return Plan.of("restart " + StateText.list(nodes), steps)
                .undoneBy(undo.toArray(Step[]::new))
                .advising(undo.isEmpty() ? "" : afterPause(state));
    }

    /** Returns the pgpools of a list, if they are several. */
    private static List<Node> pgpoolsOfMany(List<Node> nodes) {
        var pools = nodes.stream().filter(Node::isPgpool).toList();
        return pools.size() > 1 ? pools : List.of();
    }

    private static String afterPause(ClusterState state) {
        return "its clients have lost their sessions, and no client could write meanwhile; a switchover costs less: "
                + state.postgres().stream()
                        .filter(ClusterState.PostgresNode::isStandby)
                        .findFirst()
                        .map(seen -> "switchover " + seen.node())
                        .orElse("switchover");
    }

    List<Step> restarting(Node node, StopMode mode) {
        return restarting(node, mode, false, "restart " + node);
    }

    private List<Step> restarting(Node node, StopMode mode, boolean discardStatus, String typed) {
        return node.isPgpool()
                ? pgpools.restarting(node, mode, discardStatus, typed)
                : Stream.concat(stopping(List.of(node), mode, typed).stream(), startingPostgres(List.of(node)).stream())
                        .toList();
    }

    private static Optional<String> silence(ClusterState state, Node node) {
        return state.postgres(node).says().isSeen() ? Optional.empty() : Optional.of(StateText.of(state, node));
    }
}
