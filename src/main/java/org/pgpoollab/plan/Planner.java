package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.InWords;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Makes a plan of what was asked for. Does nothing itself, and looks at nothing but the snapshot that it is given. */
public final class Planner {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** By so much the other pgpools begin later than the first. */
    private static final Duration STAGGER = Duration.ofMillis(1200);

    private final Lab lab;

    public Planner(Lab lab) {
        this.lab = lab;
    }

    /** Stops servers, in the order given. */
    public Plan stop(List<Node> nodes, StopMode mode, ClusterState state) {
        var steps = nodes.stream().flatMap(node -> stopping(node, mode)).toList();
        return Plan.of("stop " + InWords.list(nodes), steps).advising(StopAdvice.of(nodes, state));
    }

    private Stream<Step> stopping(Node node, StopMode mode) {
        if (node.isPostgres()) {
            return Stream.of(new StopRepmgrd(node), new StopPostgres(node, mode));
        }
        if (lab.hasWatchdog()) {
            return Stream.of(new StopPgpool(node, mode));
        }
        return Stream.of(vip(node, false), new StopPgpool(node, mode));
    }

    /**
     * Starts servers, those of several nodes at the same time, and waits until they answer. While the last primary starts, no other
     * node is promoted.
     *
     * @param force also nodes that will be primaries beside another one
     */
    Plan start(List<Node> nodes, boolean force, ClusterState state) {
        var plan = force ? startAsItIs(nodes) : startAlone(nodes, state);
        return plan.advising(afterStart(nodes, state));
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

    /** Whatever others are. */
    Plan startAsItIs(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(nodes));
        steps.add(new AtOnce(
                "start " + InWords.list(nodes),
                nodes.stream().map(this::starting).toList()));
        return Plan.of("start " + InWords.list(nodes), steps);
    }

    private Plan starting(Node node) {
        return Plan.of("start " + node, node.isPostgres() ? startingPostgres(node) : startingPool(node));
    }

    private static List<Step> startingPostgres(Node node) {
        return Stream.concat(Stream.of(new StartPostgres(node)), besidesPostgres(node).stream())
                .toList();
    }

    /** What follows the start of PostgreSQL. */
    static List<Step> besidesPostgres(Node node) {
        return List.of(
                new StartRepmgrd(node),
                new AwaitState(
                        "wait until " + node + " answers", PATIENCE, state -> silence(state, node), "logs " + node));
    }

    private List<Step> startingPool(Node node) {
        var steps = new ArrayList<Step>();
        steps.add(new StartPgpool(node, Duration.ZERO, false));
        if (!lab.hasWatchdog()) {
            steps.add(vip(node, true));
        }
        steps.add(new AwaitState(
                "wait until " + node + " answers", PATIENCE, state -> poolGap(state, node), "logs " + node));
        return steps;
    }

    /** A node that was primary is a second one if it is started after another took over. */
    private static String afterStart(List<Node> nodes, ClusterState state) {
        var second = nodes.stream()
                .filter(node -> node.isPostgres()
                        && state.postgres(node).wouldLead()
                        && !state.primaries().isEmpty())
                .findFirst()
                .map(node -> node + " was primary, and " + InWords.list(state.primaries())
                        + " is primary now; make a standby of it: rejoin " + node);
        return second.or(() -> nodes.stream()
                        .filter(node -> node.isPostgres()
                                && !state.postgres(node).says().isSeen())
                        .findFirst()
                        .map(node -> "a backend that Pgpool-II held down stays so until: attach " + node))
                .orElse("");
    }

    /** A primary is restarted without a failover. */
    Plan restart(List<Node> nodes, StopMode mode, ClusterState state) {
        var steps = new ArrayList<Step>();
        var undo = new ArrayList<Step>();
        for (var node : nodes) {
            var pause = PlannedPause.ofPrimary(node, state);
            pause.ifPresent(planned -> undo.add(planned.release()));
            steps.addAll(
                    pause.map(planned -> planned.restart(mode, lab.credentials().user()))
                            .orElseGet(() -> restarting(node, mode)));
        }
        return Plan.of("restart " + InWords.list(nodes), steps)
                .undoneBy(undo.toArray(Step[]::new))
                .advising(undo.isEmpty() ? "" : afterPause(state));
    }

    private static String afterPause(ClusterState state) {
        return "its clients have lost their sessions, and nobody could write meanwhile; a switchover costs less: "
                + state.postgres().stream()
                        .filter(ClusterState.PostgresNode::isStandby)
                        .findFirst()
                        .map(seen -> "switchover " + seen.node())
                        .orElse("switchover");
    }

    /** Restarts pgpools that hang, or go by what is no longer so. */
    Plan renew(List<Node> pools) {
        return Plan.of(
                "restart " + InWords.list(pools),
                pools.stream()
                        .flatMap(node -> restarting(node, StopMode.IMMEDIATE).stream())
                        .toList());
    }

    List<Step> restarting(Node node, StopMode mode) {
        return Stream.concat(stopping(node, mode), starting(node).steps().stream())
                .toList();
    }

    /** Starts all pgpools, the first before the others. */
    Plan pools(boolean discardStatus) {
        var steps = new ArrayList<Step>();
        var starts = lab.pgpoolNodes().stream()
                .map(node -> new StartPgpool(node, node.index() == 0 ? Duration.ZERO : STAGGER, discardStatus))
                .toList();
        steps.add(AtOnce.of("start the pgpools", starts));
        if (!lab.hasWatchdog()) {
            steps.add(vip(Node.pgpool(0), true));
        }
        return Plan.of("start the pgpools", steps);
    }

    /** Stops all pgpools, and starts them with nothing remembered: what one of them knew, the next would learn from it. */
    Plan renewPools() {
        var nodes = lab.pgpoolNodes();
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(nodes));
        steps.add(new AtOnce(
                "stop the pgpools",
                nodes.stream()
                        .map(node -> Plan.of(
                                "stop " + node,
                                stopping(node, StopMode.IMMEDIATE).toList()))
                        .toList()));
        steps.addAll(pools(true).steps());
        steps.add(new AwaitState("wait until every pgpool serves", PATIENCE, this::serviceGap, "logs pgpools"));
        return Plan.of("restart all pgpools", steps);
    }

    private Optional<String> serviceGap(ClusterState state) {
        return lab.pgpoolNodes().stream()
                .flatMap(node -> poolGap(state, node).stream())
                .findFirst()
                .or(() -> state.vipHolders().isEmpty() ? Optional.of("nobody has the VIP yet") : Optional.empty());
    }

    /**
     * Attaches backends.
     *
     * @param force also such as would do harm
     * @throws LabException for a node that is neither the primary nor a streaming standby: pgpool would send it queries
     */
    public Plan attach(List<Node> nodes, boolean force, ClusterState state) {
        nodes.forEach(Planner::requirePostgres);
        if (!force) {
            nodes.forEach(node -> requireFit(node, state));
        }
        var steps = new ArrayList<>(backends(nodes, true, state));
        if (!force) {
            Replication.leadingPrimary(state)
                    .ifPresent(primary -> nodes.forEach(node -> steps.add(
                            new CheckWrites(primary, node, lab.credentials().user()))));
        }
        return Plan.of("attach " + InWords.list(nodes), steps);
    }

    /**
     * Detaches backends.
     *
     * @param force also the primary, and the last one that a pgpool holds up
     * @throws LabException if a pgpool would be left without a primary or any backend: it answers nobody any more, pcp neither
     */
    public Plan detach(List<Node> nodes, boolean force, ClusterState state) {
        nodes.forEach(Planner::requirePostgres);
        if (!force) {
            requireOthers(nodes, state);
        }
        return Plan.of("detach " + InWords.list(nodes), backends(nodes, false, state))
                .advising("no query goes there until: attach " + nodes.get(0));
    }

    /** The pgpools that hold up no other backends but these. */
    static List<Node> emptied(List<Node> backends, ClusterState state) {
        return state.pools().stream()
                .filter(pool -> pool.backends().isSeen())
                .filter(pool -> pool.backends().value().orElseThrow().stream()
                        .filter(BackendView::isUp)
                        .allMatch(view -> backends.stream().anyMatch(node -> node.index() == view.backend())))
                .map(ClusterState.PoolNode::node)
                .toList();
    }

    private static void requireOthers(List<Node> nodes, ClusterState state) {
        if (state.primaries().size() == 1 && nodes.contains(state.primaries().get(0))) {
            throw LabException.failed(
                    state.primaries().get(0) + " is the primary",
                    "pgpools that do not hold it up look for another one, and answer nobody meanwhile",
                    "detach --force " + state.primaries().get(0) + ", and back again: recover");
        }
        var emptied = emptied(nodes, state);
        if (!emptied.isEmpty()) {
            throw LabException.failed(
                    InWords.list(nodes) + (nodes.size() == 1 ? " is" : " are") + " all that " + InWords.list(emptied)
                            + (emptied.size() == 1 ? " holds" : " hold") + " up",
                    "a pgpool without a backend answers no client, and looks for a primary until all pgpools are restarted",
                    "detach --force " + nodes.get(0) + ", and back again: recover");
        }
    }

    private List<Step> backends(List<Node> nodes, boolean attached, ClusterState state) {
        var pool = spokesman(state);
        return nodes.stream()
                .map(node -> (Step) new SetBackend(node, pool, lab.credentials().user(), attached))
                .toList();
    }

    /** The pgpool that is told: the holder of the VIP, else the leader, else any that answers. */
    static Optional<Node> spokesmanOf(ClusterState state) {
        return Stream.of(
                        state.vipHolders().stream(),
                        state.leaders().stream(),
                        state.pools().stream()
                                .filter(ClusterState.PoolNode::isReachable)
                                .map(ClusterState.PoolNode::node))
                .flatMap(nodes -> nodes)
                .findFirst();
    }

    private static Node spokesman(ClusterState state) {
        return spokesmanOf(state)
                .orElseThrow(() -> LabException.failed("no pgpool can be told", "none answers", "start pgpool-0"));
    }

    private static void requirePostgres(Node node) {
        if (!node.isPostgres()) {
            throw LabException.usage(node + " is no backend", "backends are the PostgreSQL nodes", "pool_nodes");
        }
    }

    private static void requireFit(Node node, ClusterState state) {
        var seen = state.postgres(node);
        if (seen.isPrimary() && !isSecondPrimary(node, state)) {
            return;
        }
        var gap = isSecondPrimary(node, state)
                ? Optional.of(node + " is a second primary beside " + InWords.list(others(node, state))
                        + ": its data has a history of its own")
                : Replication.gap(state, node);
        gap.ifPresent(reason -> {
            throw LabException.failed(
                    node + " must not be attached: it is no streaming standby",
                    reason,
                    seen.says().isSeen()
                            ? (seen.isPrimary() ? "rejoin " : wayBack(node, state)) + node + "; attach --force " + node
                                    + " does it all the same"
                            : "start " + node);
        });
    }

    private static String wayBack(Node node, ClusterState state) {
        return Replication.ahead(state, node).isPresent() ? "reclone " : "follow ";
    }

    private static boolean isSecondPrimary(Node node, ClusterState state) {
        return state.postgres(node).isPrimary() && state.primaries().size() > 1;
    }

    private static List<Node> others(Node node, ClusterState state) {
        return state.primaries().stream().filter(other -> !other.equals(node)).toList();
    }

    private static Optional<String> silence(ClusterState state, Node node) {
        return state.postgres(node).says().isSeen() ? Optional.empty() : Optional.of(InWords.of(state, node));
    }

    private Optional<String> poolGap(ClusterState state, Node node) {
        var pool = state.pool(node);
        if (!pool.isReachable()) {
            return Optional.of(InWords.of(state, node));
        }
        if (!lab.hasWatchdog()) {
            return Optional.empty();
        }
        var word = pool.watchdogState().orElse("not yet in the watchdog");
        return word.equals("LEADER") || word.equals("STANDBY") ? Optional.empty() : Optional.of(node + " is " + word);
    }

    private SetVip vip(Node node, boolean held) {
        return new SetVip(node, lab.addresses().vip(), held);
    }
}
