package org.pgpoollab.plan;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.step.AwaitState;
import org.pgpoollab.plan.step.ClearData;
import org.pgpoollab.plan.step.CopyStandby;
import org.pgpoollab.plan.step.EndHosts;
import org.pgpoollab.plan.step.MakeHosts;
import org.pgpoollab.plan.step.NoteDataMade;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PrepareData;
import org.pgpoollab.plan.step.RegisterNodes;
import org.pgpoollab.plan.step.RemoveFiles;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.SaveBackendStatus;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.StartRepmgrd;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.TryRepmgrd;
import org.pgpoollab.plan.step.WriteFiles;
import org.pgpoollab.plan.wal.OfflineProbe;
import org.pgpoollab.plan.wal.RefuseSecondPrimary;
import org.pgpoollab.plan.wal.RoleConflict;
import org.pgpoollab.plan.wal.StartLastPrimary;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** Plans how a lab is created, started and taken down. It reads the lab's directory, because the plan depends on what exists already. */
public final class LifecyclePlanner {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private final Lab lab;
    private final LabDirectory directory;

    public LifecyclePlanner(Lab lab, LabDirectory directory) {
        this.lab = lab;
        this.directory = directory;
    }

    /** Plans to write the generated files, and nothing else. */
    public Plan generate(List<GeneratedFile> files, boolean force) {
        return Plan.of("generate the files of " + lab.name(), new WriteFiles(lab, directory, files, force));
    }

    /**
     * Plans a running, proved lab. A lab whose data is complete is kept, and only what is missing is started; otherwise a fresh lab is
     * created, and what an unfinished first start has left is removed before.
     *
     * @param running whether the lab's hosts exist
     * @param lives whether PostgreSQL runs on a node
     * @param limit of the proof
     */
    public Plan up(List<GeneratedFile> files, boolean running, Predicate<Node> lives, Duration limit) {
        return directory.isOfValue() ? again(files, running, lives, limit) : fresh(files, running, limit);
    }

    private Plan fresh(List<GeneratedFile> files, boolean running, Duration limit) {
        var existed = Files.exists(directory.root());
        var steps = new ArrayList<Step>();
        if (running) {
            steps.add(endHosts());
        }
        if (existed) {
            steps.add(new ClearData(lab, directory));
        }
        steps.add(new WriteFiles(lab, directory, files, false));
        steps.add(makeHosts());
        steps.add(new ParallelStep("start everything", List.of(freshPostgres(), pools(true))));
        steps.add(new ProveLab(lab, directory, limit));
        var remove = existed ? new ClearData(lab, directory) : new RemoveFiles(directory.root());
        return Plan.of("bring up " + lab.name(), steps)
                .undoneBy(endHosts(), remove)
                .advising(afterUp());
    }

    /**
     * Plans the start of PostgreSQL, which runs in parallel with the pgpools because it takes about as long as the watchdogs wait for each
     * other.
     */
    private Plan freshPostgres() {
        var primary = lab.postgresNodes().get(0);
        var standbys = lab.postgresNodes().subList(1, lab.postgresCount());
        var steps = new ArrayList<Step>();
        steps.add(new PrepareData(primary));
        if (!standbys.isEmpty()) {
            steps.add(ParallelStep.inWaves(
                    "copy the data to the standbys",
                    standbys.stream()
                            .map(node -> new CopyStandby(node, primary))
                            .toList()));
        }
        steps.add(new StartPostgres(primary));
        steps.add(new RegisterNodes(primary));
        if (!standbys.isEmpty()) {
            steps.add(ParallelStep.inWaves(
                    "start PostgreSQL on the standbys",
                    standbys.stream().map(StartPostgres::new).toList()));
        }
        steps.add(new AwaitState("wait until repmgr's table is on every standby", ARRIVAL, this::registerGap, "logs"));
        steps.add(new NoteDataMade(directory));
        steps.add(ParallelStep.inWaves(
                "start the repmgrds",
                lab.postgresNodes().stream().map(StartRepmgrd::new).toList()));
        return Plan.of("start PostgreSQL", steps);
    }

    /**
     * Returns which node is missing in its local copy of repmgr's table, if any: a repmgrd that does not find its own node there exits at
     * once.
     */
    private Optional<String> registerGap(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.repmgr()
                        .value()
                        .flatMap(facts -> facts.row(seen.node().name()))
                        .isEmpty())
                .findFirst()
                .map(seen -> "repmgr's table has not arrived on " + seen.node());
    }

    private Plan pools(boolean discardStatus) {
        return new PgpoolPlanner(lab).startAll(discardStatus);
    }

    private Plan again(List<GeneratedFile> files, boolean running, Predicate<Node> lives, Duration limit) {
        var halfRewound = lab.postgresNodes().stream()
                .filter(node -> new RewindMark(directory.of(node)).isThere())
                .toList();
        var conflict = conflict(halfRewound, lives);
        var former = lab.postgresNodes().stream()
                .filter(node -> conflict.successor(node).isPresent())
                .toList();
        var undecided = conflict.undecided(lab.postgresNodes());
        var postgres = lab.postgresNodes().stream()
                .filter(node -> !halfRewound.contains(node) && !former.contains(node) && !undecided.contains(node))
                .toList();
        var steps = new ArrayList<Step>();
        steps.add(new WriteFiles(lab, directory, files, false));
        steps.add(makeHosts());
        if (!undecided.isEmpty()) {
            steps.add(new StartLastPrimary(undecided));
        }
        steps.add(ParallelStep.inWaves(
                "start PostgreSQL", postgres.stream().map(StartPostgres::new).toList()));
        // A repmgrd whose upstream does not run yet exits at once.
        steps.add(ParallelStep.inWaves(
                "start the repmgrds", postgres.stream().map(TryRepmgrd::new).toList()));
        var absent = Stream.concat(halfRewound.stream(), former.stream()).toList();
        if (!running && !absent.isEmpty()) {
            steps.add(new SaveBackendStatus(lab, directory, absent));
        }
        steps.add(new ParallelStep("start the pgpools", List.of(pools(!running && absent.isEmpty()))));
        halfRewound.forEach(node -> steps.add(new FinishRewind(node)));
        Stream.concat(former.stream(), undecided.stream()).forEach(node -> steps.add(new RefuseSecondPrimary(node)));
        steps.add(new ProveLab(lab, directory, limit));
        return Plan.of("bring up " + lab.name(), steps).advising(afterUp());
    }

    /** Finds old primaries that do not run and that others have replaced: they are not started. */
    private RoleConflict conflict(List<Node> halfRewound, Predicate<Node> lives) {
        return new RoleConflict(lab.postgresNodes().stream()
                .filter(node -> !halfRewound.contains(node))
                .collect(Collectors.toMap(
                        node -> node,
                        node -> OfflineProbe.ofFiles(new RewindMark(directory.of(node)), lives.test(node)))));
    }

    private Step makeHosts() {
        return new MakeHosts(lab.nodes().size(), HostLinesByEngine.of(lab).creating(directory.root()));
    }

    private Step endHosts() {
        return new EndHosts(HostLinesByEngine.of(lab).destroying(directory.root()));
    }

    private static String afterUp() {
        return "look: status   talk: psql   from your program: connect   end it: down";
    }

    /**
     * Plans to remove the lab.
     *
     * @param keep whether to keep the lab's files and data, so that the next {@code up} reuses them
     */
    public Plan down(boolean keep) {
        return keep
                ? Plan.of("take down " + lab.name() + " and keep its files", endHosts())
                : Plan.of("take down " + lab.name(), endHosts(), new RemoveFiles(directory.root()));
    }
}
