package org.pgpoollab.save;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.PgpoolPlanner;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.FillDisk;
import org.pgpoollab.plan.step.ImposeNetwork;
import org.pgpoollab.plan.step.MakeHosts;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.PauseReplay;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PowerOff;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.plan.step.SendSignal;
import org.pgpoollab.plan.step.SetVip;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.TryRepmgrd;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * The steps that start a lab from the files of a save.
 *
 * @param files the directory of the save's files
 */
record RestoredStart(Lab lab, LabDirectory directory, SavedState saved, Path files) {

    private static final Duration MEETING = Duration.ofSeconds(40);

    /** Starts a lab that was healthy: PostgreSQL in parallel with the pgpools, which wait for each other for as long as it takes. */
    List<Step> allAtOnce() {
        var postgres = startingPostgres(lab.postgresNodes());
        return List.of(
                makeHosts(),
                new ParallelStep(
                        "start everything",
                        List.of(Plan.of("start PostgreSQL", postgres), pools(lab.pgpoolNodes(), true))));
    }

    /**
     * Starts a lab that was in trouble. A primary that was frozen is frozen again before others start, because they have replaced it. The
     * pgpools come last, and read which backends they held down from their own files.
     */
    List<Step> asItWas() {
        var early = new EarlyFaults(saved).of(noted().ofNetwork());
        var steps = new ArrayList<Step>();
        steps.add(makeHosts());
        hosts(false)
                .forEach(node ->
                        steps.add(new PowerOff(node, HostLinesByEngine.of(lab).cuttingPower(node))));
        steps.add(new SaveFaults("note the faults", noted()));
        if (!early.isEmpty()) {
            steps.add(new ImposeNetwork("impose faults of the network", lab, Faults.NONE, early));
        }
        steps.addAll(startingAllPostgres());
        var pools = with(Server.PGPOOL, lab.pgpoolNodes());
        if (!pools.isEmpty()) {
            steps.addAll(pools(pools, false).steps());
        }
        if (!early.equals(noted().ofNetwork())) {
            meeting(pools).ifPresent(steps::add);
            steps.add(new ImposeNetwork("impose all faults of the network", lab, early, noted()));
        }
        steps.addAll(freezingOthers());
        steps.addAll(leftVips());
        return steps;
    }

    private List<Step> startingAllPostgres() {
        var steps = new ArrayList<Step>();
        var frozen = frozenPrimaries();
        for (var node : frozen) {
            steps.addAll(startingPostgres(List.of(node)));
            steps.addAll(freezing(node));
        }
        steps.addAll(startingPostgres(lab.postgresNodes().stream()
                .filter(node -> !frozen.contains(node))
                .toList()));
        noted().each(Fault.Fill.class).stream()
                .filter(fill -> saved.of(fill.node()).isOn())
                .forEach(fill -> steps.add(FillDisk.on(lab, fill.node(), true)));
        noted().each(Fault.Lag.class).forEach(lag -> steps.add(new PauseReplay(lag.node(), true)));
        return steps;
    }

    /** Returns the step that waits until the pgpools that were in the watchdog are there again; none without a watchdog. */
    private Optional<Step> meeting(List<Node> pools) {
        var met = pools.stream().filter(node -> saved.of(node).believed()).toList();
        return met.isEmpty() || !lab.hasWatchdog()
                ? Optional.empty()
                : Optional.of(new AwaitState(
                        "wait until the pgpools have met, and found the primary",
                        MEETING,
                        state -> met.stream()
                                .flatMap(node -> strange(state, node).or(() -> withoutPrimary(state, node)).stream())
                                .findFirst(),
                        "logs"));
    }

    /** Freezes what was frozen, but for primaries. */
    private List<Step> freezingOthers() {
        var frozen = frozenPrimaries();
        return lab.nodes().stream()
                .filter(node -> !frozen.contains(node))
                .flatMap(node -> (node.isPostgres() ? freezing(node) : freezingPool(node)).stream())
                .toList();
    }

    private Step makeHosts() {
        return new MakeHosts(lab.nodes().size(), HostLinesByEngine.of(lab).creating(directory.root()));
    }

    private Stream<Node> hosts(boolean isOn) {
        return lab.nodes().stream().filter(node -> saved.of(node).isOn() == isOn);
    }

    /** Returns the faults that are known only because they were noted; the others are what hosts and processes are. */
    private Faults noted() {
        return saved.faults().without(fault -> fault.has(FaultKind.Trait.OBSERVED));
    }

    private List<Node> with(Server server, List<Node> nodes) {
        return nodes.stream().filter(node -> saved.of(node).ran(server)).toList();
    }

    private List<Step> startingPostgres(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        var servers = with(Server.POSTGRES, nodes);
        if (!servers.isEmpty()) {
            steps.add(ParallelStep.inWaves(
                    "start PostgreSQL", servers.stream().map(StartPostgres::new).toList()));
        }
        var repmgrds = with(Server.REPMGRD, nodes);
        if (!repmgrds.isEmpty()) {
            steps.add(ParallelStep.inWaves(
                    "start the repmgrds", repmgrds.stream().map(TryRepmgrd::new).toList()));
        }
        return steps;
    }

    private Plan pools(List<Node> pools, boolean discardStatus) {
        var first = saved.vipHolder();
        var ordered = pools.stream()
                .sorted(Comparator.comparing((Node node) -> !first.equals(Optional.of(node))))
                .toList();
        return new PgpoolPlanner(lab).start(ordered, discardStatus);
    }

    private List<Node> frozenPrimaries() {
        return with(Server.POSTGRES, lab.postgresNodes()).stream()
                .filter(node -> saved.faults().freezes(node, Server.POSTGRES))
                .filter(node -> !Files.exists(files.resolve(node.name()).resolve("data/standby.signal")))
                .toList();
    }

    private List<Step> freezing(Node node) {
        var faults = saved.faults();
        if (faults.has(new Fault.Pause(node))) {
            return List.of(SendSignal.toAll(node, "STOP"));
        }
        return faults.each(Fault.PauseServer.class).stream()
                .filter(pause -> pause.node().equals(node))
                .<Step>map(pause -> SendSignal.to(Optional.of(pause.server()), node, "STOP"))
                .toList();
    }

    /** Freezes a pgpool only when it is in the watchdog again, as the frozen one was. */
    private List<Step> freezingPool(Node node) {
        var freezing = freezing(node);
        if (freezing.isEmpty() || !lab.hasWatchdog()) {
            return freezing;
        }
        var meeting = new AwaitState(
                "wait until " + node + " is in the watchdog", MEETING, state -> strange(state, node), "logs " + node);
        return Stream.concat(Stream.of(meeting), freezing.stream()).toList();
    }

    private static Optional<String> strange(ClusterState state, Node node) {
        var word = state.pool(node).watchdogState();
        return word.filter(WatchdogFacts::takesPart).isPresent()
                ? Optional.empty()
                : Optional.of(word.map(known -> node + " is " + known).orElseGet(() -> StateText.of(state, node)));
    }

    private Optional<String> withoutPrimary(ClusterState state, Node pool) {
        return saved.of(pool)
                .believedPrimary()
                .filter(primary -> state.pool(pool)
                        .belief(primary)
                        .filter(BackendView::receivesWrites)
                        .isEmpty())
                .map(primary -> pool + " has not found the primary " + primary);
    }

    /** Returns the steps that give back the VIP to hosts on which a frozen or killed pgpool had left it. */
    private List<Step> leftVips() {
        return lab.pgpoolNodes().stream()
                .map(saved::of)
                .filter(node -> node.holdsVip() && node.isOn())
                .filter(node -> !node.ran(Server.PGPOOL) || saved.faults().freezes(node.node(), Server.PGPOOL))
                .<Step>map(node -> new SetVip(node.node(), lab.addresses().vip(), true))
                .toList();
    }
}
