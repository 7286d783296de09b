package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

class FaultPlannerTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_1 = Node.postgres(1);
    private static final Node PG_2 = Node.postgres(2);

    @Test
    void aCutLosesPacketsAtBothEnds() {
        var plan = planner(Given.healthy()).cut(List.of(PG_0), List.of(PG_1), false, Port.ANY);

        assertEquals(
                List.of(
                        "ip rule add pref 100 from 10.77.0.11 blackhole protocol 77    (on pg-0, as root)",
                        "ip rule add pref 100 from 10.77.0.10 blackhole protocol 77    (on pg-1, as root)"),
                shell(plan));
    }

    @Test
    void aOneWayCutLosesPacketsWhereTheyArrive() {
        var plan = planner(Given.healthy()).cut(List.of(PG_0), List.of(PG_1), true, Port.ANY);

        assertEquals(
                List.of("ip rule add pref 100 from 10.77.0.10 blackhole protocol 77    (on pg-1, as root)"),
                shell(plan));
    }

    @Test
    void aCutFromAllIsFromAllOthers() {
        var plan = planner(Given.healthy())
                .cut(List.of(PG_0), Given.healthy().lab().nodes(), true, Port.ANY);

        assertEquals("cut pg-0 pg-1,pg-2,pgpool-0,pgpool-1,pgpool-2 --one-way", plan.title());
    }

    @Test
    void aNodeCannotBeCutOffFromItself() {
        var planner = planner(Given.healthy());

        assertThrows(LabException.class, () -> planner.cut(List.of(PG_0), List.of(PG_0), false, Port.ANY));
    }

    @Test
    void whatIsIsolatedAlreadyIsNotNotedAgainButImposedAgain() {
        var plan = planner(Given.healthy().fault("isolate pg-1")).isolate(List.of(PG_1));

        assertEquals(List.of("isolate pg-1"), titles(plan.steps()));
    }

    @Test
    void healingTakesAwayOnlyWhatTouchesTheNode() {
        var plan = planner(Given.healthy().fault("cut pg-0 pg-2").fault("cut pg-0 pg-1 --one-way"))
                .heal(List.of(PG_1));

        assertEquals(
                List.of("ip rule delete pref 100 from 10.77.0.10 blackhole protocol 77    (on pg-1, as root)"),
                shell(plan));
    }

    @Test
    void healingAHealthyLabIsNothingToDo() {
        var plan = planner(Given.healthy()).heal(List.of());

        assertEquals(List.of(), plan.steps());
    }

    @Test
    void healingThawsWhatIsPausedAndLetsReplayGoOn() {
        var plan = planner(Given.healthy().fault("pause pgpool-1").fault("lag pg-1"))
                .heal(List.of());

        assertEquals(
                List.of("resume all processes of pgpool-1", "resume replay on pg-1", "clear the faults"),
                titles(plan.steps()));
    }

    @Test
    void healingRemovesAHiddenFaultWithoutTellingWhatItIs() {
        var state = Given.healthy().fault("isolate pg-0").state();
        var hidden = state.with(state.faults().withHidden(new Fault.Lag(PG_1)));

        var plan = new FaultPlanner(hidden).heal(List.of());

        assertEquals(List.of("restore the network", "remove a hidden fault", "clear the faults"), titles(plan.steps()));
        assertTrue(
                shell(plan).stream().noneMatch(line -> line.contains("replay")),
                () -> shell(plan).toString());
        assertEquals(
                "heal pg-2",
                new FaultPlanner(hidden).heal(List.of(Node.postgres(2))).title());
        assertEquals(
                List.of(),
                new FaultPlanner(hidden).heal(List.of(Node.postgres(2))).steps());
    }

    @Test
    void healingWarnsOfAPrimaryThatOthersHaveReplaced() {
        var state = Given.healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .upstream("pg-2", "pg-1")
                .timeline("pg-2", 2)
                .fault("isolate pg-0");

        var plan = planner(state).heal(List.of());

        assertTrue(plan.advice().contains("pg-0 and pg-1 are primaries: rejoin pg-0"), plan.advice());
    }

    @Test
    void healingDoesNotSayWhichPrimaryIsReplacedWhereThatCannotBeTold() {
        var state = threePrimaries().fault("isolate pg-0");

        assertEquals(
                "pg-0, pg-1 and pg-2 are primaries: diagnose",
                planner(state).heal(List.of()).advice());
        assertEquals(
                "pg-0, pg-1 and pg-2 are primaries: reconfigure --primary pg-2",
                planner(state.healed()).heal(List.of()).advice());
    }

    /** Three primaries of which only the pgpools show the true one, pg-2. */
    private static Given threePrimaries() {
        var state = Given.healthy()
                .primary("pg-1")
                .primary("pg-2")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .status("pg-0", "down");
        List.of("pgpool-0", "pgpool-1", "pgpool-2")
                .forEach(pool -> state.role(pool, "pg-2", "primary").role(pool, "pg-0", "standby"));
        return state;
    }

    @Test
    void healingNamesTheBackendsThatStayHeldDownButNotThoseInQuarantine() {
        var given = Given.healthy()
                .status("pgpool-1", "pg-1", "quarantine")
                .status("pgpool-1", "pg-2", "down")
                .fault("isolate pgpool-1");

        var plan = planner(given).heal(List.of());

        assertTrue(
                plan.advice().endsWith("pgpool goes on holding pg-2 down; once it streams: attach pg-2"),
                plan.advice());
    }

    @Test
    void healingSaysThatAFailoverGoesOnIfThePrimaryDidNotAnswer() {
        var goesOn = "if a failover has begun because pg-0 did not answer, it goes on; what is left of it: diagnose";

        assertEquals(goesOn, healed(Given.healthy().fault("isolate pg-0")));
        assertEquals(goesOn, healed(Given.healthy().silent("pg-0").fault("pause pg-0 --process postgres")));
        assertEquals(
                goesOn,
                planner(Given.healthy().silent("pg-0").fault("pause pg-0"))
                        .resume(List.of(PG_0))
                        .advice());
        assertEquals("", healed(Given.healthy().fault("isolate pg-1")));
        assertEquals("", healed(Given.healthy().fault("slow pg-0 pg-1 200ms")));
        assertEquals("", healed(Given.healthy().fault("pause pg-0 --process repmgrd")));
    }

    private static String healed(Given given) {
        return planner(given).heal(List.of()).advice();
    }

    @Test
    void aPauseSaysThatAnotherNodeIsPromotedOnlyIfPostgresqlIsFrozenAndThereIsAnother() {
        var promoted = "repmgrd will promote another";
        var planner = planner(Given.healthy());

        assertTrue(planner.pause(List.of(PG_0), Optional.empty()).advice().startsWith(promoted));
        assertTrue(planner.pause(List.of(PG_0), Optional.of(Server.POSTGRES))
                .advice()
                .startsWith(promoted));
        assertEquals(
                "undo it: resume pg-0",
                planner.pause(List.of(PG_0), Optional.of(Server.REPMGRD)).advice());
        assertEquals(
                "undo it: resume pg-0 pg-1 pg-2",
                planner.pause(List.of(PG_0, PG_1, PG_2), Optional.empty()).advice());
    }

    @Test
    void healingDoesNotStartAHostThatIsOff() {
        var plan = planner(Given.healthy().stopped("pg-2").fault("kill pg-2").fault("isolate pg-1"))
                .heal(List.of());

        assertTrue(plan.advice().contains("pg-2's host is off: start pg-2"), plan.advice());
    }

    @Test
    void aHostThatIsOffCannotBePaused() {
        var planner = planner(Given.healthy().stopped("pg-2").fault("kill pg-2"));

        var refusal =
                assertThrows(LabException.class, () -> planner.pause(List.of(Node.postgres(2)), Optional.empty()));

        assertEquals("start pg-2", refusal.problems().get(0).remedy());
    }

    @Test
    void whatIsPausedAlreadyIsNotPausedAgain() {
        var planner = planner(Given.healthy().fault("pause pg-1").fault("pause pg-2 --process repmgrd"));

        assertEquals(List.of(), planner.pause(List.of(PG_1), Optional.empty()).steps());
        assertEquals(
                List.of(),
                planner.pause(List.of(PG_1), Optional.of(Server.POSTGRES)).steps());
        assertEquals(
                List.of(),
                planner.pause(List.of(PG_2), Optional.of(Server.REPMGRD)).steps());
        assertEquals(
                List.of("pause all processes of pg-2"),
                titles(planner.pause(List.of(PG_2), Optional.empty()).steps()));
    }

    @Test
    void whatIsPausedCanBeKilled() {
        var plan = planner(Given.healthy().fault("pause pg-1")).kill(List.of(PG_1), Optional.empty());

        assertEquals(List.of("cut the power of pg-1"), titles(plan.steps()));
    }

    @Test
    void whatIsOffCannotBeKilledAgain() {
        var plan = planner(Given.healthy().stopped("pg-2").fault("kill pg-2")).kill(List.of(PG_2), Optional.empty());

        assertEquals(List.of(), plan.steps());
        assertEquals("the power is off already; bring it back: start pg-2", plan.advice());
    }

    @Test
    void whatWasKilledIsNamedCompletelyInTheLineThatBringsItBack() {
        var planner = planner(Given.healthy());

        assertTrue(planner.kill(List.of(PG_1, PG_2), Optional.empty())
                .advice()
                .endsWith("; bring them back: start pg-1 pg-2"));
        assertTrue(planner.kill(List.of(PG_0, Node.pgpool(1)), Optional.empty())
                .advice()
                .endsWith("; when another node is primary, bring them back: rejoin pg-0; start pgpool-1"));
        assertTrue(planner.kill(List.of(PG_0, PG_1, PG_2), Optional.empty())
                .advice()
                .endsWith("; no other node is left that could take over; bring them back: start pg-0 pg-1 pg-2"));
    }

    @Test
    void aFrozenOldPrimaryThatIsKilledComesBackByARejoin() {
        var replaced = Given.healthy()
                .primary("pg-1")
                .repmgrType("pg-1", "primary", "")
                .silent("pg-0")
                .fault("pause pg-0")
                .state();

        assertTrue(new FaultPlanner(replaced)
                .kill(List.of(PG_0), Optional.empty())
                .advice()
                .endsWith("when another node is primary, bring it back: rejoin pg-0"));
    }

    @Test
    void anOldPrimaryIsKilledWhileItIsFrozen() {
        var plan =
                planner(Given.healthy().fault("pause pg-0").fault("pause pg-1")).healFencing(List.of(PG_0));

        assertEquals(
                List.of(
                        "fence pg-0",
                        "resume all processes of pg-0",
                        "resume all processes of pg-1",
                        "clear the faults"),
                titles(plan.steps()));
    }

    @Test
    void aHostThatIsHeldIsReleasedBeforeItsProcessesAreSignalled() {
        var held = Given.healthy().context(trouble(PG_1, HostTrouble.Kind.HELD)).fault("pause pg-1");

        var released = List.of("let the host of pg-1 go on", "resume all processes of pg-1");
        assertEquals(released, titles(planner(held).resume(List.of(PG_1)).steps()));
        assertEquals(released, titles(planner(held).heal(List.of(PG_1)).steps()).subList(0, 2));
        assertEquals(
                "let the host of pg-1 go on",
                new ServerPlanner(held.lab())
                        .start(List.of(PG_1), false, held.state())
                        .steps()
                        .get(0)
                        .title());
    }

    @Test
    void anOldPrimaryThatIsHeldLosesItsPowerInsteadOfGoingOn() {
        var held = Given.healthy().context(trouble(PG_0, HostTrouble.Kind.HELD)).fault("pause pg-0");

        assertEquals(
                List.of("cut the power of pg-0"),
                titles(planner(held).healFencing(List.of(PG_0)).steps()));
    }

    @Test
    void aHostWithoutTheNetworkIsFencedByItsPowerBeforeItIsConnected() {
        var cut = Given.healthy().context(trouble(PG_0, HostTrouble.Kind.DISCONNECTED));

        assertEquals(
                List.of("cut the power of pg-0"),
                titles(planner(cut).healFencing(List.of()).steps()));
        assertEquals(
                "pg-0's host is not in the lab's network: kill pg-0; start pg-0",
                planner(cut).heal(List.of()).advice());
    }

    private static ObservationContext trouble(Node node, HostTrouble.Kind kind) {
        return ObservationContext.NONE.with(List.of(new HostTrouble(node, kind, "somebody did it")));
    }

    @Test
    void whatRunsCannotBeResumed() {
        assertEquals(List.of(), planner(Given.healthy()).resume(List.of(PG_1)).steps());
    }

    @Test
    void oneOfTwoPausedProgramsIsResumedWithTheOther() {
        var plan =
                planner(Given.healthy().fault("pause pg-1 --process repmgrd")).resume(List.of(PG_1));

        assertEquals(List.of("resume all processes of pg-1"), titles(plan.steps()));
    }

    @Test
    void theSameCutTheOtherWayRoundIsNotNotedAgainButImposedAgain() {
        var plan = planner(Given.healthy().fault("cut pg-0 pg-1")).cut(List.of(PG_1), List.of(PG_0), false, Port.ANY);

        assertEquals(List.of("cut pg-0 pg-1"), titles(plan.steps()));
    }

    @Test
    void whatIsCutCanBeIsolatedToo() {
        var plan = planner(Given.healthy().fault("cut pg-0 pg-1")).isolate(List.of(PG_1));

        assertEquals(2, plan.steps().size());
    }

    @Test
    void aPgpoolWhoseHostIsOffCannotBeLiedTo() {
        var planner = planner(Given.healthy().fault("kill pgpool-1"));

        var refused = assertThrows(LabException.class, () -> planner.lie(Node.pgpool(1), PG_1));

        assertEquals("start pgpool-1", refused.problems().get(0).remedy());
    }

    @Test
    void theVotesOfAllPgpoolsThatAreLiedToAreCounted() {
        var first = planner(Given.healthy()).lie(Node.pgpool(0), PG_2);
        var second = planner(Given.healthy().fault("lie pgpool-0 pg-2")).lie(Node.pgpool(1), PG_2);
        var ofAnother = planner(Given.healthy().fault("lie pgpool-0 pg-1")).lie(Node.pgpool(1), PG_2);
        var ofOneIsolated = planner(Given.healthy().fault("lie pgpool-0 pg-2").fault("isolate pgpool-0"))
                .lie(Node.pgpool(1), PG_2);
        var alone = planner(Given.healthy(3, 1)).lie(Node.pgpool(0), PG_2);

        assertEquals(
                "1 of 3 pgpools votes that pg-2 is down, 2 are needed: it stays in use: pool_nodes --all; undo it: heal pgpool-0",
                first.advice());
        assertEquals(
                "2 of 3 pgpools vote that pg-2 is down, 2 are needed: it is detached within seconds: pool_nodes --all;"
                        + " undo it: heal pgpool-0 pgpool-1; attach pg-2",
                second.advice());
        assertTrue(ofAnother.advice().startsWith("1 of 3 pgpools votes"), ofAnother.advice());
        assertTrue(ofOneIsolated.advice().startsWith("1 of 3 pgpools votes"), ofOneIsolated.advice());
        assertTrue(alone.advice().startsWith("1 of 1 pgpools votes that pg-2 is down, 1 is needed: it is detached"));
    }

    @Test
    void healingADiskSaysHowAPrimaryThatWasReplacedComesBack() {
        var given = Given.healthy()
                .primary("pg-1")
                .repmgrType("pg-1", "primary", "")
                .stopped("pg-0")
                .files("pg-0", NodeFiles.STOPPED)
                .status("pg-0", "down")
                .fault("fill pg-0");

        assertEquals(
                "pg-0 does not run: rejoin pg-0", planner(given).heal(List.of()).advice());
    }

    @Test
    void healingSaysHowAHostThatWasReplacedComesBack() {
        var given = Given.healthy()
                .primary("pg-1")
                .repmgrType("pg-1", "primary", "")
                .stopped("pg-0")
                .status("pg-0", "down")
                .fault("kill pg-0");

        assertEquals(
                "pg-0's host is off: rejoin pg-0",
                planner(given).heal(List.of()).advice());
    }

    @Test
    void aHostThatIsOffCanBeIsolatedForWhenItComesBack() {
        var plan = planner(Given.healthy().fault("kill pg-1")).isolate(List.of(PG_1));

        assertEquals(List.of("note the fault", "isolate pg-1"), titles(plan.steps()));
    }

    @Test
    void healingANodeOfWhichNothingIsBrokenIsNothingToDo() {
        var plan = planner(Given.healthy().fault("isolate pg-1")).heal(List.of(PG_2));

        assertEquals(List.of(), plan.steps());
    }

    @Test
    void healingAHostThatIsOffSaysWhatToType() {
        var plan = planner(Given.healthy().stopped("pg-2").fault("kill pg-2")).heal(List.of(PG_2));

        assertEquals(List.of(), plan.steps());
        assertTrue(plan.advice().startsWith("pg-2's host is off: start pg-2"), plan.advice());
    }

    @Test
    void everyFaultSaysHowItIsUndone() {
        var planner = planner(Given.healthy());
        var impairment = new Impairment(Duration.ofMillis(200), 0, "");

        assertTrue(planner.pause(List.of(PG_1), Optional.empty()).advice().contains("resume pg-1"));
        assertTrue(planner.kill(List.of(PG_1), Optional.empty()).advice().contains("start pg-1"));
        for (var plan : List.of(
                planner.isolate(List.of(PG_1)),
                planner.cut(List.of(PG_0), List.of(PG_1), true, Port.ANY),
                planner.slow(List.of(PG_0), List.of(PG_1), impairment),
                planner.lag(PG_1),
                planner.fill(PG_1),
                planner.lie(Node.pgpool(0), PG_1))) {
            assertTrue(plan.advice().contains("heal"), plan.title());
        }
        assertTrue(planner.promote(PG_1).advice().contains("reclone pg-1"));
    }

    @Test
    void aPgpoolHasNoPostgresToKill() {
        var planner = planner(Given.healthy());

        assertThrows(LabException.class, () -> planner.kill(List.of(Node.pgpool(0)), Optional.of(Server.POSTGRES)));
    }

    @Test
    void aPrimaryCannotBePromotedOrHeldBack() {
        var planner = planner(Given.healthy());

        assertThrows(LabException.class, () -> planner.promote(PG_0));
        assertThrows(LabException.class, () -> planner.lag(PG_0));
    }

    @Test
    void aDiskIsNotedAsFullBeforeItIsFilled() {
        var plan = planner(Given.healthy()).fill(PG_1);

        assertEquals(List.of("note the fault", "fill the disk of pg-1"), titles(plan.steps()));
        assertEquals(List.of("make room on the disk of pg-1", "clear the fault"), titles(plan.undo()));
    }

    @Test
    void aDiskThatIsFullIsNotNotedAgainButFilledAgain() {
        var plan = planner(Given.healthy().fault("fill pg-1")).fill(PG_1);

        assertEquals(List.of("fill the disk of pg-1"), titles(plan.steps()));
    }

    @Test
    void aFullPrimaryIsToldToStopAndAFullStandbyToReceiveNoMore() {
        var planner = planner(Given.healthy());

        assertTrue(planner.fill(PG_0).advice().contains("heal pg-0; recover"));
        assertTrue(planner.fill(PG_0).advice().contains("write until then: psql \"create table filled"));
        assertTrue(planner.fill(PG_1).advice().contains("it receives no more"));
    }

    @Test
    void onlyADiskThatIsThereAndHoldsDataIsFilled() {
        var planner = planner(Given.healthy().stopped("pg-2").fault("kill pg-2"));

        assertThrows(LabException.class, () -> planner.fill(Node.pgpool(0)));
        assertThrows(LabException.class, () -> planner.fill(Node.postgres(2)));
    }

    @Test
    void healingMakesRoomAgainUnlessTheHostIsOff() {
        var given = Given.healthy().fault("fill pg-1").fault("fill pg-2").fault("kill pg-2");

        var plan = planner(given).heal(List.of());

        assertEquals(List.of("make room on the disk of pg-1", "clear the faults"), titles(plan.steps()));
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::title).toList();
    }

    private static FaultPlanner planner(Given given) {
        return new FaultPlanner(given.state());
    }

    private static List<String> shell(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.shell().stream())
                .map(ShellLine::text)
                .toList();
    }
}
