package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
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
    public Plan stop(List<Node> nodes, StopMode mode) {
        var steps = nodes.stream().flatMap(node -> stopping(node, mode)).toList();
        return Plan.of("stop " + InWords.list(nodes), steps).advising(afterStop(nodes));
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

    private static String afterStop(List<Node> nodes) {
        return nodes.stream()
                .filter(Node::isPostgres)
                .findFirst()
                .map(node -> "Pgpool-II will hold " + node + " down, also after it is back, until: start " + node
                        + ", attach " + node + "; if another took over as primary: rejoin " + node)
                .orElse("");
    }

    /** Starts servers, those of several nodes at the same time, and waits until they answer. */
    public Plan start(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(nodes));
        steps.add(new AtOnce(
                "start " + InWords.list(nodes),
                nodes.stream().map(this::starting).toList()));
        return Plan.of("start " + InWords.list(nodes), steps).advising(afterStart(nodes));
    }

    private Plan starting(Node node) {
        return Plan.of("start " + node, node.isPostgres() ? startingPostgres(node) : startingPool(node));
    }

    private static List<Step> startingPostgres(Node node) {
        return List.of(
                new StartPostgres(node),
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

    private static String afterStart(List<Node> nodes) {
        return nodes.stream()
                .filter(Node::isPostgres)
                .findFirst()
                .map(node -> "a backend that Pgpool-II held down stays so until: attach " + node
                        + "; if it was primary and another took over: rejoin " + node)
                .orElse("");
    }

    public Plan restart(List<Node> nodes, StopMode mode) {
        var steps = new ArrayList<Step>();
        for (var node : nodes) {
            stopping(node, mode).forEach(steps::add);
            steps.addAll(starting(node).steps());
        }
        return Plan.of("restart " + InWords.list(nodes), steps);
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
        return Plan.of("attach " + InWords.list(nodes), backends(nodes, true, state));
    }

    public Plan detach(List<Node> nodes, ClusterState state) {
        nodes.forEach(Planner::requirePostgres);
        return Plan.of("detach " + InWords.list(nodes), backends(nodes, false, state))
                .advising("no query goes there until: attach " + nodes.get(0));
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
