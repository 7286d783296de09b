package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.Remedy;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.step.FakeBackendFailure;
import org.pgpoollab.plan.step.FillDisk;
import org.pgpoollab.plan.step.HiddenSteps;
import org.pgpoollab.plan.step.ImposeNetwork;
import org.pgpoollab.plan.step.PauseReplay;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.ReleaseHost;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.plan.step.SendSignal;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Plans the removal of active faults and reports what stays broken: removing a cause does not undo its effects.
 *
 * @param nodes whose faults to remove; none: all faults
 */
record FaultRemoval(ClusterState state, List<Node> nodes) {

    Plan plan() {
        var before = state.faults();
        var ended = before.onlySuch(this::ends);
        var title = "heal" + (nodes.isEmpty() ? "" : " " + StateText.list(nodes));
        if (ended.revealed().isEmpty()) {
            return Plan.of(title).advising(advice());
        }
        var left = before.without(ended.revealed()::has);
        var steps = removing(ended, before, left);
        if (!ended.hidden().isEmpty()) {
            steps.add(new HiddenSteps(
                    "remove a hidden fault", removing(new Faults(ended.hidden()), before.revealed(), left.revealed())));
        }
        steps.add(new SaveFaults("clear the faults", left));
        return Plan.of(title, steps).advising(advice());
    }

    private List<Step> removing(Faults ended, Faults before, Faults left) {
        var steps = new ArrayList<Step>();
        ended.all().stream()
                .filter(fault -> fault.has(FaultKind.Trait.FREEZES))
                .flatMap(fault -> fault.nodes().stream())
                .distinct()
                .forEach(node -> steps.addAll(goingOn(state, node)));
        ended.each(Lag.class).stream()
                .filter(lag -> !before.has(new Off(lag.node())))
                .forEach(lag -> steps.add(new PauseReplay(lag.node(), false)));
        ended.each(Fill.class).stream()
                .filter(fill -> !before.has(new Off(fill.node())))
                .forEach(fill -> steps.add(FillDisk.on(state.lab(), fill.node(), false)));
        ended.each(Lie.class).stream()
                .map(Lie::pool)
                .distinct()
                .forEach(pool -> steps.add(new FakeBackendFailure(pool, lies(left, pool))));
        if (!before.ofNetwork().equals(left.ofNetwork())) {
            steps.add(new ImposeNetwork("restore the network", state.lab(), before, left));
        }
        return steps;
    }

    /** Returns the steps that let all processes of a node go on. */
    static List<Step> goingOn(ClusterState state, Node node) {
        return Stream.concat(release(state, node), Stream.of(SendSignal.toAll(node, "CONT")))
                .toList();
    }

    /** Returns the step that releases a host; none if it is not held. */
    static Stream<Step> release(ClusterState state, Node node) {
        return isHeld(state, node)
                ? Stream.of(
                        new ReleaseHost(node, HostLinesByEngine.of(state.lab()).releasing(node)))
                : Stream.of();
    }

    static boolean isHeld(ClusterState state, Node node) {
        return state.context().trouble(node, HostTrouble.Kind.HELD).isPresent();
    }

    private boolean ends(Fault fault) {
        return !(fault instanceof Off)
                && (nodes.isEmpty() || fault.nodes().stream().anyMatch(nodes::contains));
    }

    static List<Node> lies(Faults faults, Node pool) {
        return faults.each(Lie.class).stream()
                .filter(lie -> lie.pool().equals(pool))
                .map(Lie::backend)
                .toList();
    }

    /** Returns what is still wrong, and what to type; empty if nothing is. */
    String advice() {
        return String.join(
                "; ",
                Stream.of(disconnected(), off(), falsePrimaries(), ended(), heldDown(), begunFailover())
                        .flatMap(List::stream)
                        .toList());
    }

    private List<String> disconnected() {
        return Diagnosis.disconnected(state).stream()
                .map(node -> node + "'s host is not in the lab's network: "
                        + Diagnosis.connecting(state, node).text())
                .toList();
    }

    private List<String> off() {
        return state.faults().each(Off.class).stream()
                .map(off ->
                        off.node() + "'s host is off: " + comingBack(off.node()).orElse("start " + off.node()))
                .toList();
    }

    /** Returns the command that brings back a PostgreSQL node that does not run: an old primary must not be started as it is. */
    private Optional<String> comingBack(Node node) {
        return node.isPostgres()
                ? Diagnosis.comingBack(state.with(state.faults().without(this::ends)), node)
                        .map(Remedy::text)
                : Optional.empty();
    }

    private List<String> ended() {
        return state.lab().postgresNodes().stream()
                .filter(this::hasEnded)
                .flatMap(node -> comingBack(node).map(back -> node + " does not run: " + back).stream())
                .toList();
    }

    /** Returns whether the server does not run although its host is on. */
    private boolean hasEnded(Node node) {
        var seen = state.postgres(node);
        return seen.says().isUnreachable()
                && seen.files().value().filter(files -> !files.runs()).isPresent()
                && !state.faults().has(new Off(node));
    }

    private List<String> falsePrimaries() {
        return Stream.concat(
                        Diagnosis.onePrimary(state)
                                .map(remedy -> StateText.list(state.primaries()) + " are primaries: " + remedy.text())
                                .stream(),
                        frozenPrimaries().map(node -> node + " is a primary that others have replaced: rejoin " + node))
                .toList();
    }

    /**
     * Finds frozen nodes that were primary before. They do not answer, but repmgr's table on the new primary still lists them as primaries.
     */
    private Stream<Node> frozenPrimaries() {
        return state.postgres().stream()
                .filter(seen -> !seen.says().isSeen() && !state.primaries().isEmpty())
                .map(ClusterState.PostgresNode::node)
                .filter(state.faults()::freezes)
                .filter(this::wasPrimary);
    }

    private boolean wasPrimary(Node node) {
        return state.postgres(state.primaries().get(0))
                .repmgr()
                .value()
                .flatMap(facts -> facts.row(node.name()))
                .filter(row -> row.isPrimary())
                .isPresent();
    }

    private List<String> heldDown() {
        var down = state.lab().postgresNodes().stream()
                .filter(node -> !state.primaries().contains(node)
                        && !hasEnded(node)
                        && !state.faults().has(new Off(node)))
                .filter(node -> state.pools().stream()
                        .filter(pool -> !state.faults().has(new Lie(pool.node(), node)))
                        .flatMap(pool -> pool.belief(node).stream())
                        .anyMatch(view -> !view.isUp() && !view.isQuarantined()))
                .toList();
        return down.isEmpty()
                ? List.of()
                : List.of("pgpool goes on holding " + StateText.list(down) + " down; once "
                        + (down.size() == 1 ? "it streams" : "they stream") + ": attach " + Node.names(down));
    }

    /**
     * Says that the primary was out of reach, or answered nobody: a failover that has begun meanwhile may mark it down seconds after the
     * fault has ended, and pgpools do not take it back by themselves.
     */
    private List<String> begunFailover() {
        return state.lab().postgresNodes().stream()
                .filter(node -> state.primaries().isEmpty() || state.primaries().equals(List.of(node)))
                .filter(node -> state.faults().freezes(node, Server.POSTGRES) || isOutOfReach(node))
                .filter(node -> nodes.isEmpty() || nodes.contains(node))
                .map(node -> "if a failover has begun because " + node
                        + " did not answer, it goes on; what is left of it: diagnose")
                .toList();
    }

    private boolean isOutOfReach(Node node) {
        return state.faults().ofNetwork().touching(node).all().stream()
                .anyMatch(fault -> fault.has(FaultKind.Trait.BLOCKS_REPAIR));
    }
}
