package org.pgpoollab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.AgreedLoss;
import org.pgpoollab.plan.step.AwaitExclusiveUse;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.DropUnusedSlots;
import org.pgpoollab.plan.step.EnsureHosts;
import org.pgpoollab.plan.step.FencePostgres;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.RegisterLonePrimary;
import org.pgpoollab.plan.step.RegisterPrimary;
import org.pgpoollab.plan.step.RepmgrLines;
import org.pgpoollab.plan.step.ResetSetting;
import org.pgpoollab.plan.step.RestoreRoles;
import org.pgpoollab.plan.step.RunDataScript;
import org.pgpoollab.plan.step.SetVip;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.StartRepmgrd;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.step.StopPostgresAndRepmgrd;
import org.pgpoollab.plan.step.StopRepmgrd;
import org.pgpoollab.plan.step.UndoableSteps;
import org.pgpoollab.plan.wal.ConfirmLateWrites;
import org.pgpoollab.plan.wal.RefuseSecondPrimary;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Makes plans that repair nodes and return them to service. A step whose effect exists already does nothing. */
final class RepairPlanner {

    private static final Duration ARRIVAL = Duration.ofSeconds(40);

    private final Lab lab;

    RepairPlanner(Lab lab) {
        this.lab = lab;
    }

    /**
     * Plans one repair.
     *
     * @param primary of which the other nodes become standbys; empty only for repairs that need none
     * @param runs whether the node's PostgreSQL runs, so that a repair that fails starts it again
     * @param lacking the settings that are lower on the node than on its primary, with the primary's values
     */
    Plan of(Repair repair, Optional<Node> primary, boolean runs, Map<String, Integer> lacking) {
        var node = repair.node();
        return switch (repair.way()) {
            case FENCE -> Plan.of("fence " + node, new FencePostgres(node));
            case START -> start(node, Optional.empty());
            case RESTART -> new PgpoolPlanner(lab).restart(List.of(node));
            case RAISE -> raise(node, primary.orElseThrow(), lacking);
            case RENEW -> new PgpoolPlanner(lab).restartAll();
            case REGISTER ->
                Plan.of(
                        "register " + node,
                        primary.filter(node::equals)
                                .<Step>map(RegisterPrimary::new)
                                .orElseGet(() -> RepmgrLines.register(node, primary.orElseThrow())));
            case UNPAUSE -> Plan.of("unpause the repmgrds", RepmgrLines.unpause(node));
            case ROLES -> Plan.of("restore the roles on " + node, new RestoreRoles(node));
            case PROMOTE -> new TakeoverPlanner(lab).promote(node, List.of());
            case REJOIN -> rejoin(node, primary.orElseThrow(), runs);
            case RECLONE -> reclone(node, primary.orElseThrow(), runs);
            case FOLLOW -> follow(node, primary.orElseThrow(), primary.orElseThrow());
            case ATTACH -> attach(node, primary.orElseThrow());
            case MOVE_VIP -> Plan.of("move the VIP to " + node, movingVip(node));
        };
    }

    private Plan raise(Node node, Node primary, Map<String, Integer> lacking) {
        var steps = new ArrayList<Step>();
        lacking.forEach((name, needed) -> steps.add(RepmgrLines.sql(
                node, "raise " + name, "alter system set " + name + " = " + needed, Duration.ofSeconds(10))));
        steps.addAll(new ServerPlanner(lab).restarting(node, StopMode.FAST));
        steps.addAll(arrival(node, primary));
        return Plan.of("raise the settings of " + node, steps);
    }

    /** Returns the steps of an attach. Pgpools search for the primary at each attach, so they must find no other. */
    private List<Step> attaching(Node node, Node primary) {
        var user = lab.credentials().user();
        return List.of(
                new FenceRivals(primary, user),
                new RedirectPools(primary, user),
                new AttachWhereDown(node, user),
                new CheckWrites(primary, node, user));
    }

    private List<Step> movingVip(Node leader) {
        var vip = lab.addresses().vip();
        var steps = new ArrayList<Step>();
        lab.pgpoolNodes().stream()
                .filter(other -> !other.equals(leader))
                .forEach(other -> steps.add(new SetVip(other, vip, false)));
        steps.add(new SetVip(leader, vip, true));
        return steps;
    }

    /**
     * Plans to start a node with the role that its data has. Whether it streams is checked afterwards.
     *
     * @param pause for the last primary: no other node may be promoted before it runs; empty for other nodes
     */
    Plan start(Node node, Optional<PlannedPause> pause) {
        if (!node.isPostgres()) {
            return new ServerPlanner(lab).startAsItIs(List.of(node));
        }
        var steps = new ArrayList<Step>();
        steps.add(new EnsureHosts(List.of(node)));
        steps.addAll(startingPostgres(node, pause));
        steps.addAll(ServerPlanner.besidesPostgres(node));
        return Plan.of("start " + node, steps)
                .undoneBy(pause.map(PlannedPause::release).stream().toArray(Step[]::new));
    }

    private static List<Step> startingPostgres(Node node, Optional<PlannedPause> pause) {
        var steps = new ArrayList<Step>();
        pause.ifPresent(planned -> steps.add(planned.hold()));
        steps.add(new RefuseSecondPrimary(node));
        steps.add(new ResetSetting(node));
        steps.add(new StartPostgres(node));
        steps.add(new RegisterLonePrimary(node));
        pause.ifPresent(planned -> steps.add(planned.release()));
        return steps;
    }

    Plan attach(Node node, Node primary) {
        return Plan.of("attach " + node, attaching(node, primary));
    }

    /** @param runs whether the node's PostgreSQL runs: a rejoin that fails restores its data, and starts it again */
    Plan rejoin(Node node, Node primary, boolean runs) {
        var agreed = new AgreedLoss();
        var rewinding = Plan.of(
                "make " + node + " a standby of " + primary,
                ParallelStep.of(
                        "stop " + node + ", and write a checkpoint on " + primary,
                        List.of(new StopPostgresAndRepmgrd(node), RepmgrLines.checkpoint(primary))),
                new ConfirmLateWrites(node, primary, agreed),
                new RegisterPrimary(primary),
                RunDataScript.rewind(node, primary));
        var steps = new ArrayList<>(beginning(node, primary));
        steps.add(undone(rewinding, node, runs, RunDataScript.restore(node)));
        steps.addAll(arrival(node, primary));
        return Plan.of("rejoin " + node + " to " + primary, steps).discarding(node, primary, "rejoin " + node, agreed);
    }

    /** @param runs whether the node's PostgreSQL runs: a copy that fails starts it again, as it was */
    Plan reclone(Node node, Node primary, boolean runs) {
        var agreed = new AgreedLoss();
        var copying = Plan.of(
                "copy the data of " + primary + " to " + node,
                new StopPostgresAndRepmgrd(node),
                new ConfirmLateWrites(node, primary, agreed),
                new RegisterPrimary(primary),
                RunDataScript.copy(node, primary),
                RunDataScript.swap(node));
        var steps = new ArrayList<>(beginning(node, primary));
        steps.add(RunDataScript.room(node, primary));
        steps.add(undone(copying, node, runs));
        steps.add(new StartPostgres(node));
        steps.add(RepmgrLines.register(node, primary));
        steps.addAll(arrival(node, primary));
        return Plan.of("reclone " + node + " from " + primary, steps)
                .discarding(node, primary, "reclone " + node, agreed);
    }

    /** Returns the checks that come before anything is changed. */
    private static List<Step> beginning(Node node, Node primary) {
        return List.of(
                new EnsureHosts(List.of(node, primary)),
                new AwaitExclusiveUse(node),
                RepmgrLines.reach(node, primary),
                RunDataScript.canLogIn(node, primary));
    }

    /** Adds undo steps. The first of them waits for an interrupted script, which keeps running for a while. */
    private static Step undone(Plan plan, Node node, boolean runs, Step... undo) {
        var steps = new ArrayList<Step>();
        steps.add(new AwaitExclusiveUse(node));
        steps.addAll(List.of(undo));
        if (runs) {
            steps.add(new StartPostgres(node));
            steps.add(new StartRepmgrd(node));
        }
        return new UndoableSteps(plan.undoneBy(steps.toArray(Step[]::new)));
    }

    Plan follow(Node node, Node upstream, Node primary) {
        var steps = new ArrayList<Step>();
        steps.add(new AwaitExclusiveUse(node));
        steps.add(RepmgrLines.reach(node, upstream));
        steps.add(RunDataScript.canLogIn(node, upstream));
        steps.add(new StopRepmgrd(node));
        steps.add(RepmgrLines.slot(upstream, node));
        steps.add(RepmgrLines.follow(node, upstream));
        steps.addAll(arrival(node, primary));
        return Plan.of("let " + node + " follow " + upstream, steps).undoneBy(new StartRepmgrd(node));
    }

    List<Step> arrival(Node node, Node primary) {
        var steps = new ArrayList<Step>();
        steps.add(streams(node));
        steps.add(new StartRepmgrd(node));
        steps.add(new DropUnusedSlots(node));
        steps.addAll(attaching(node, primary));
        steps.add(new AwaitState(
                "check that " + node + " streams and every pgpool that answers holds it up",
                ARRIVAL,
                state -> serviceGap(state, node),
                "diagnose"));
        return steps;
    }

    private static Step streams(Node node) {
        return new AwaitState(
                "wait until " + node + " streams",
                ARRIVAL,
                state -> Replication.gap(state, node).or(() -> registerGap(state, node)),
                "logs " + node + ", or: reclone " + node);
    }

    /** Returns why repmgrd would exit at once: it does so if the local copy of repmgr's table has its own node as a primary. */
    private static Optional<String> registerGap(ClusterState state, Node node) {
        var isStandby = state.postgres(node)
                .repmgr()
                .value()
                .flatMap(facts -> facts.row(node.name()))
                .filter(row -> row.isStandby())
                .isPresent();
        return isStandby
                ? Optional.empty()
                : Optional.of("repmgr's table on " + node + " does not have it as a standby yet");
    }

    private static Optional<String> serviceGap(ClusterState state, Node node) {
        var down = state.connectedPools().stream()
                .filter(pool -> pool.belief(node).filter(view -> !view.isUp()).isPresent())
                .map(ClusterState.PoolNode::node)
                .toList();
        return Replication.gap(state, node)
                .or(() -> down.isEmpty()
                        ? Optional.empty()
                        : Optional.of(StateText.list(down) + " hold " + node + " down"));
    }

    static Step writesTo(Node node) {
        return new AwaitState(
                "wait until every pgpool writes to " + node, ARRIVAL, state -> writeGap(state, node), "reconfigure");
    }

    static Optional<String> writeGap(ClusterState state, Node node) {
        var elsewhere = state.connectedPools().stream()
                .filter(pool -> pool.backends().isSeen())
                .filter(pool ->
                        pool.belief(node).filter(BackendView::receivesWrites).isEmpty())
                .map(ClusterState.PoolNode::node)
                .toList();
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(StateText.list(elsewhere) + " not yet writing to " + node);
    }

    static Step daemonsOff(List<Node> nodes) {
        return ParallelStep.of(
                "stop the repmgrds, so that none interferes",
                nodes.stream().map(StopRepmgrd::new).toList());
    }

    static Step daemonsOn(List<Node> nodes) {
        return ParallelStep.of(
                "start the repmgrds", nodes.stream().map(StartRepmgrd::new).toList());
    }
}
