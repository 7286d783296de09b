package org.pgpoollab.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.HiddenSteps;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** Tests what a challenge does to a lab, and what is undone of it. */
class ChallengePlannerTest {

    private static final NodeCast CAST = new NodeCast(Map.of(
            "primary", Node.postgres(0),
            "standby", Node.postgres(2),
            "other", Node.postgres(1),
            "leader", Node.pgpool(0),
            "pool", Node.pgpool(1),
            "spare", Node.pgpool(2),
            "absent", Node.pgpool(3)));

    private final Given lab = Given.healthy();

    @Test
    void neitherAStepNorAShellLineTellsWhatIsBroken() {
        for (var situation : Situations.all()) {
            var plan = planner().make(causes(situation));

            assertEquals(List.of("break something that is not told"), titles(plan.steps()), situation::name);
            assertEquals(List.of(), plan.steps().get(0).shell(), situation::name);
            assertFalse(hidden(plan).isEmpty(), situation::name);
        }
    }

    @Test
    void everyInjectedFaultIsNotedAsHiddenBeforeItIsImposed() {
        for (var situation : Situations.all()) {
            for (var cause : causes(situation)) {
                for (var change : cause.kind().changes()) {
                    if (change instanceof Change.Inject inject) {
                        var steps = hidden(planner().make(List.of(cause)));
                        var fault = ChallengePlanner.fault(cause, inject);

                        assertEquals(Faults.NONE.withHidden(fault), ((SaveFaults) steps.get(0)).wished());
                        assertEquals(2, steps.size(), situation::name);
                    }
                }
            }
        }
    }

    @Test
    void theSecondFaultKeepsTheFirst() {
        var both = new Situation(3, List.of(kind("lag"), kind("frozen")));

        var steps = hidden(planner().make(causes(both)));

        assertEquals(
                Set.of(
                        FaultText.parse("lag pg-2").orElseThrow(),
                        FaultText.parse("pause pg-1 --process postgres").orElseThrow()),
                ((SaveFaults) steps.get(2)).wished().hidden());
    }

    @Test
    void faultsThatTheLabHadBeforeStay() {
        lab.fault("cut pg-0 pgpool-0");

        var steps = hidden(planner().make(causes("isolated")));

        var wished = ((SaveFaults) steps.get(0)).wished();
        assertEquals(Set.of(FaultText.parse("cut pg-0 pgpool-0").orElseThrow()), wished.all());
        assertEquals(Set.of(FaultText.parse("isolate pg-2").orElseThrow()), wished.hidden());
    }

    @Test
    void settingsAreTakenBackAndFaultsAreLeftToRecover() {
        assertEquals(List.of(), hidden(planner().undo(causes("lag"))));
        assertEquals(List.of(), hidden(planner().undo(causes("crashed"))));
        var undone = (RunOnHost) hidden(planner().undo(causes("read-only"))).get(0);
        assertEquals(Node.postgres(0), undone.node());
        assertTrue(undone.line().contains("sed -i '/^default_transaction_read_only /d'"), undone.line());
    }

    @Test
    void aServerIsRestartedForASettingThatItTakesOnlyThen() {
        var made = titles(hidden(planner().make(causes("low-max-connections"))));
        var undone = titles(hidden(planner().undo(causes("low-max-connections"))));

        assertEquals("break something that is not told", made.get(0));
        assertTrue(made.size() > 1, made::toString);
        assertEquals(made.subList(1, made.size()), undone.subList(1, undone.size()));
    }

    @Test
    void aServerThatDoesNotAnswerIsNotRestarted() {
        lab.silent("pg-0", "connection refused", ago(9));

        var undone = titles(hidden(planner().undo(causes("low-max-connections"))));

        assertEquals(List.of("undo what the challenge changed"), undone);
    }

    @Test
    void everySettingThatIsChangedCanBeTakenBack() {
        for (var kind : Situations.kinds()) {
            for (var change : kind.changes()) {
                if (change instanceof Change.Run run) {
                    assertFalse(run.undo().isBlank(), kind::word);
                }
            }
        }
    }

    private ChallengePlanner planner() {
        var directory = new LabDirectory(Path.of("/nowhere"));
        var state = lab.state();
        return new ChallengePlanner(
                state,
                new LabRepairs(
                        new StepContext(state.lab(), directory, Path.of("/nowhere"), null, null, null, null, null),
                        directory));
    }

    private List<Cause> causes(Situation situation) {
        return situation.causes(CAST, lab.state().lab());
    }

    private List<Cause> causes(String name) {
        return causes(Situations.named(name).orElseThrow());
    }

    private static CauseKind kind(String word) {
        return Situations.kind(word).orElseThrow();
    }

    private static List<Step> hidden(Plan plan) {
        return ((HiddenSteps) plan.steps().get(0)).steps();
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::title).toList();
    }
}
