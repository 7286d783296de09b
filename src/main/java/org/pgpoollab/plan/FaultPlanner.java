package org.pgpoollab.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.plan.step.FencePostgres;
import org.pgpoollab.plan.step.FillDisk;
import org.pgpoollab.plan.step.PauseReplay;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PowerOff;
import org.pgpoollab.plan.step.PromoteServer;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.plan.step.SendSignal;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Plans faults that are imposed on a lab. It changes nothing itself, and takes the active faults from the snapshot. */
public final class FaultPlanner {

    /** A statement that writes more WAL than the segments hold that are there already. One segment switch alone needs no new one. */
    private static final String WRITES_WAL =
            "create table filled as select repeat('x', 500) from generate_series(1, 200000)";

    private final ClusterState state;

    public FaultPlanner(ClusterState state) {
        this.state = state;
    }

    /** Returns the snapshot that the plans are based on, so that a caller who resolves nodes need not take another one. */
    public ClusterState state() {
        return state;
    }

    /** Plans to cut the power of hosts, or to kill one server program on them. */
    public Plan kill(List<Node> nodes, Optional<Server> program) {
        nodes.forEach(node -> requireThere(program, node));
        var steps = nodes.stream()
                .filter(node -> !isOff(node))
                .map(node -> program.isEmpty() ? powerOff(node) : SendSignal.to(program, node, "KILL"))
                .toList();
        var title = "kill " + what(program) + StateText.list(nodes);
        return steps.isEmpty()
                ? Plan.of(title).advising("the power is off already; " + comingBack(nodes, program))
                : Plan.of(title, steps)
                        .advising("watch what the others do: events --follow; " + comingBack(nodes, program));
    }

    private Step powerOff(Node node) {
        return new PowerOff(node, HostLinesByEngine.of(state.lab()).cuttingPower(node));
    }

    /** Returns the commands that bring the nodes back. A primary that is started after another node took over would be a second one. */
    private String comingBack(List<Node> nodes, Optional<Server> program) {
        var primary = nodes.stream()
                .filter(node -> program.orElse(Server.POSTGRES) == Server.POSTGRES && isReplaceable(node))
                .findFirst();
        if (primary.isEmpty()) {
            return StopAdvice.start(nodes);
        }
        if (StopAdvice.leavesNobody(nodes, state)) {
            return "no other node is left that could take over; " + StopAdvice.start(nodes);
        }
        var rest = nodes.stream().filter(node -> !node.equals(primary.get())).toList();
        return "when another node is primary, bring " + (rest.isEmpty() ? "it" : "them") + " back: rejoin "
                + primary.get() + (rest.isEmpty() ? "" : "; start " + Node.names(rest));
    }

    private boolean isReplaceable(Node node) {
        return node.isPostgres()
                && (state.postgres(node).isPrimary() || state.postgres(node).wouldLead() || isRegisteredPrimary(node))
                && state.lab().postgresCount() > 1;
    }

    /** Returns whether repmgr's table on the primary still lists the node as a primary. Nothing more is known of a frozen node. */
    private boolean isRegisteredPrimary(Node node) {
        return state.primaries().stream()
                .flatMap(primary -> state.postgres(primary).repmgr().value().stream())
                .flatMap(repmgr -> repmgr.row(node.name()).stream())
                .anyMatch(row -> row.isPrimary());
    }

    /** Plans to freeze all processes of nodes, or those of one server program. */
    public Plan pause(List<Node> nodes, Optional<Server> program) {
        nodes.forEach(node -> requireThere(program, node));
        nodes.forEach(this::requireOn);
        var steps = nodes.stream()
                .filter(node -> !isFrozen(node, program))
                .map(node -> (Step) SendSignal.to(program, node, "STOP"))
                .toList();
        var title = "pause " + what(program) + StateText.list(nodes);
        var advice = "undo it: resume " + Node.names(nodes);
        return steps.isEmpty()
                ? Plan.of(title).advising(advice)
                : Plan.of(title, steps).advising(afterPause(nodes, program) + advice);
    }

    private boolean isFrozen(Node node, Optional<Server> program) {
        var faults = state.faults();
        return faults.has(new Pause(node))
                || program.filter(named -> faults.has(new PauseServer(node, named)))
                        .isPresent();
    }

    private String afterPause(List<Node> nodes, Optional<Server> program) {
        return program.filter(named -> named != Server.POSTGRES).isEmpty()
                        && state.lab().postgresCount()
                                > nodes.stream().filter(Node::isPostgres).count()
                        && nodes.stream().anyMatch(state.primaries()::contains)
                ? "repmgrd will promote another, but pgpool may wait for the frozen primary until it is resumed or killed; "
                : "";
    }

    public Plan resume(List<Node> nodes) {
        nodes.forEach(this::requireOn);
        var steps = nodes.stream()
                .filter(state.faults()::freezes)
                .flatMap(node -> FaultRemoval.goingOn(state, node).stream())
                .toList();
        var title = "resume " + StateText.list(nodes);
        return steps.isEmpty()
                ? Plan.of(title)
                : Plan.of(title, steps).advising(new FaultRemoval(state, nodes).advice());
    }

    public Plan isolate(List<Node> nodes) {
        return new NetworkFaultPlanner(state).isolate(nodes);
    }

    /** @throws LabException as a usage error if nothing lies between the two groups */
    public Plan cut(List<Node> from, List<Node> to, boolean oneWay, Port port) {
        return new NetworkFaultPlanner(state).cut(from, to, oneWay, port);
    }

    /** @throws LabException as a usage error if nothing lies between the two groups */
    public Plan slow(List<Node> from, List<Node> to, Impairment impairment) {
        return new NetworkFaultPlanner(state).slow(from, to, impairment);
    }

    /** @throws LabException for a node that is not a standby */
    public Plan lag(Node node) {
        requireStandby(node, "lag");
        var wished = state.faults().with(new Lag(node));
        return Plan.of(
                        "pause WAL replay on " + node,
                        new SaveFaults("note the fault", wished),
                        new PauseReplay(node, true))
                .undoneBy(new SaveFaults("clear the fault", state.faults()))
                .advising("it receives WAL and does not replay it: reads there return old data; undo it: heal " + node);
    }

    /** @throws LabException for a node that has no PostgreSQL, or whose host is off */
    public Plan fill(Node node) {
        if (node.isPgpool()) {
            throw LabException.usage(
                    "the disk of " + node + " is not filled",
                    "a pgpool writes next to nothing to it",
                    "fill " + state.lab().postgresNodes().get(0));
        }
        requireOn(node);
        var fault = new Fill(node);
        var title = "fill the disk of " + node;
        if (state.faults().has(fault)) {
            return Plan.of(title, FillDisk.on(state.lab(), node, true));
        }
        var wished = state.faults().with(fault);
        return Plan.of(title, new SaveFaults("note the fault", wished), FillDisk.on(state.lab(), node, true))
                .undoneBy(FillDisk.on(state.lab(), node, false), new SaveFaults("clear the fault", state.faults()))
                .advising(afterFill(node));
    }

    private String afterFill(Node node) {
        return state.postgres(node).isPrimary()
                ? "it stops when it needs a new WAL segment, and does not start again; write until then: psql \""
                        + WRITES_WAL + "\"; undo it: heal " + node + "; recover"
                : "it receives no more when it needs a new WAL segment; undo it: heal " + node;
    }

    /** @throws LabException for a node that is not a standby */
    public Plan promote(Node node) {
        requireStandby(node, "promote!");
        return Plan.of("promote " + node + " without repmgr and Pgpool-II", new PromoteServer(node))
                .advising("now there are " + (state.primaries().size() + 1)
                        + " primaries, and only one is written to; see who noticed: status; " + node
                        + "'s data has a history of its own: do not attach it; make a standby of it: reclone " + node);
    }

    private void requireStandby(Node node, String command) {
        if (node.isPgpool() || !state.postgres(node).isStandby()) {
            throw LabException.failed(
                    node + " is no standby",
                    StateText.of(state, node),
                    command + " "
                            + state.postgres().stream()
                                    .filter(ClusterState.PostgresNode::isStandby)
                                    .map(seen -> seen.node().name())
                                    .findFirst()
                                    .orElse("standby"));
        }
    }

    /** @throws LabException as a usage error if these are not a pgpool and a backend */
    public Plan lie(Node pool, Node backend) {
        return new FakeFailurePlanner(state).lie(pool, backend);
    }

    /** Plans to remove all active faults, or those of these nodes. Hosts that are off stay off. */
    public Plan heal(List<Node> nodes) {
        return new FaultRemoval(state, nodes).plan();
    }

    /**
     * Plans to remove all active faults. The servers of these nodes are killed before their processes go on, so that no client can write to
     * them. No process can be killed on a host that is held, and a host without a network gets it when it is switched on: their power is
     * cut, and they must be switched on afterwards.
     *
     * @param replaced frozen nodes that would go on as second primaries
     */
    public Plan healFencing(List<Node> replaced) {
        var cut = state.lab().nodes().stream()
                .filter(node -> Diagnosis.disconnected(state).contains(node)
                        || (replaced.contains(node) && FaultRemoval.isHeld(state, node)))
                .toList();
        var rest = state.faults().without(fault -> cut.stream().anyMatch(node -> endsWithPower(fault, node)));
        var healing = new FaultRemoval(state.with(rest), List.of()).plan();
        var steps = Stream.of(
                        cut.stream().map(this::powerOff),
                        replaced.stream().filter(node -> !cut.contains(node)).map(FencePostgres::new),
                        healing.steps().stream())
                .flatMap(part -> part);
        return Plan.of(healing.title(), steps.toList()).advising(healing.advice());
    }

    private static boolean endsWithPower(Fault fault, Node node) {
        return fault.has(FaultKind.Trait.ENDS_WITH_POWER) && fault.nodes().contains(node);
    }

    private boolean isOff(Node node) {
        return state.faults().has(new Fault.Off(node));
    }

    private void requireOn(Node node) {
        if (isOff(node)) {
            throw hostIsOff(node);
        }
    }

    static LabException hostIsOff(Node node) {
        return LabException.failed(node + " has no processes", "its host is off", "start " + node);
    }

    private static void requireThere(Optional<Server> program, Node node) {
        program.filter(named -> !named.belongsOn(node)).ifPresent(named -> {
            throw LabException.usage(
                    "there is no " + named.program() + " on " + node,
                    node.isPgpool() ? "it runs pgpool" : "it runs postgres and repmgrd",
                    "--process " + (node.isPgpool() ? "pgpool" : "postgres"));
        });
    }

    private static String what(Optional<Server> program) {
        return program.map(named -> named.program() + " on ").orElse("");
    }
}
