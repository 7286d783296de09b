package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.GivenBinaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.step.ChangePrograms;
import org.pgpoollab.plan.step.GuidedStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

class UpgradePlannerTest {

    private static final Node POOL_0 = Node.pgpool(0);
    private static final Node POOL_1 = Node.pgpool(1);
    private static final Binaries MACHINE = GivenBinaries.in(Path.of("/bin"));
    private static final Binaries TRIXIE = GivenBinaries.ofRelease("trixie", "4.6.1");

    @Test
    void theStandbysComeFirstAndTheLeaderLast() {
        assertEquals(
                List.of("pgpool-1", "pgpool-2", "pgpool-0"),
                upgraded(plan(Given.healthy().state(), Map.of(), TRIXIE)));
    }

    @Test
    void eachIsStoppedChangedStartedAndProvedBeforeTheNext() {
        var titles =
                titles(plan(Given.healthy().state(), Map.of(), TRIXIE).steps()).subList(0, 8);

        assertEquals(
                List.of(
                        "stop Pgpool-II on pgpool-1",
                        "cut the power of pgpool-1",
                        "give pgpool-1 Pgpool-II 4.6.1 of trixie, and its configuration",
                        "ensure that the hosts are on",
                        "start Pgpool-II on pgpool-1",
                        "wait until pgpool-1 answers",
                        "prove that it works",
                        "wait until every pgpool sees all others"),
                titles);
    }

    @Test
    void atTheEndTheWatchdogHasToStayComplete() {
        var steps = plan(Given.healthy().state(), Map.of(), TRIXIE).steps();

        assertEquals(
                "wait until every pgpool has seen all others for 10 s",
                steps.get(steps.size() - 1).title());
    }

    @Test
    void theFilesOfOtherNodesStayAsTheyAre() {
        var change = plan(Given.healthy().state(), Map.of(), TRIXIE).steps().stream()
                .map(step -> ((GuidedStep) step).step())
                .filter(ChangePrograms.class::isInstance)
                .map(ChangePrograms.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("pgpool-1/pgpool.conf"),
                change.files().stream().map(GeneratedFile::path).toList());
    }

    @Test
    void whatHasTheProgramsAlreadyIsLeftAlone() {
        var plan = plan(Given.healthy().state(), Map.of(POOL_1, TRIXIE), TRIXIE);

        assertEquals(List.of("pgpool-2", "pgpool-0"), upgraded(plan));
    }

    @Test
    void thereIsNothingToDoIfAllHaveThem() {
        assertEquals(List.of(), plan(Given.healthy().state(), Map.of(), MACHINE).steps());
    }

    @Test
    void theWayBackIsTheSame() {
        var plan = plan(Given.healthy().state(), Map.of(POOL_0, TRIXIE, POOL_1, TRIXIE), MACHINE);

        assertEquals(List.of("pgpool-1", "pgpool-0"), upgraded(plan));
        assertTrue(plan.advice().contains("upgrade pgpool trixie"), plan.advice());
    }

    @Test
    void aPgpoolThatAnUpgradeHasLeftStoppedComesFirst() {
        var stopped = Given.healthy().silent("pgpool-2").state();

        assertEquals(List.of("pgpool-2", "pgpool-1", "pgpool-0"), upgraded(plan(stopped, Map.of(), TRIXIE)));
    }

    @Test
    void aLabThatDoesNotWorkIsNotUpgraded() {
        var broken = Given.healthy().silent("pg-1").state();

        var refusal = assertThrows(LabException.class, () -> plan(broken, Map.of(), TRIXIE));

        assertTrue(refusal.isOfPrecondition());
        assertTrue(refusal.getMessage().contains("an upgrade begins with a lab that works"), refusal.getMessage());
    }

    @Test
    void aLabThatCannotDoWithoutOnePgpoolIsUpgradedOnlyByForce() {
        var two = Given.healthy(3, 2).state();

        var refusal = assertThrows(LabException.class, () -> plan(two, Map.of(), TRIXIE));

        assertTrue(refusal.getMessage().contains("of 2 pgpools 2 are a quorum"), refusal.getMessage());
        assertEquals(
                List.of("pgpool-1", "pgpool-0"),
                upgraded(planner(two, Map.of(), TRIXIE).plan(two, true)));
    }

    @Test
    void anInterruptedUpgradeStartsWhatItHasStopped() {
        assertEquals(
                List.of(
                        "ensure that the hosts are on",
                        "start Pgpool-II on pgpool-1",
                        "start Pgpool-II on pgpool-2",
                        "start Pgpool-II on pgpool-0"),
                titles(plan(Given.healthy().state(), Map.of(), TRIXIE).undo()));
    }

    @Test
    void aStepThatFailsSaysHowToGoOnAndHowToGoBack() {
        var stop = plan(Given.healthy().state(), Map.of(), TRIXIE).steps().get(0);
        var failing = new GuidedStep(new FailingStep("it did not stop"), ((GuidedStep) stop).stopped());

        var failure = assertThrows(LabException.class, () -> failing.perform(null, Progress.SILENT));

        assertEquals(2, failure.problems().size());
        assertEquals(
                "upgrade pgpool trixie, which goes on with it, or back: upgrade pgpool machine",
                failure.problems().get(1).remedy());
    }

    private record FailingStep(String why) implements Step {

        @Override
        public String title() {
            return "fail";
        }

        @Override
        public List<ShellLine> shell() {
            return List.of();
        }

        @Override
        public void perform(StepContext context, Progress progress) {
            throw LabException.failed("it failed", why, "");
        }
    }

    private static Plan plan(ClusterState state, Map<Node, Binaries> own, Binaries target) {
        return planner(state, own, target).plan(state, false);
    }

    private static UpgradePlanner planner(ClusterState state, Map<Node, Binaries> own, Binaries target) {
        return new UpgradePlanner(
                state.lab(),
                new LabDirectory(Path.of("/nowhere")),
                new LabBinaries(MACHINE, own),
                target,
                state.lab().nodes().stream()
                        .map(node -> new GeneratedFile(node + "/pgpool.conf", "", false))
                        .toList());
    }

    private static List<String> upgraded(Plan plan) {
        return titles(plan.steps()).stream()
                .filter(title -> title.startsWith("stop Pgpool-II on "))
                .map(title -> title.substring("stop Pgpool-II on ".length()))
                .toList();
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::title).toList();
    }
}
