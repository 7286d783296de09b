package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.step.StopPostgres;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.topology.Node;

class ServerPlannerTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_1 = Node.postgres(1);
    private static final Node PG_2 = Node.postgres(2);
    private static final Node POOL_1 = Node.pgpool(1);
    private static final String HELD = "stop the repmgrds, so that none interferes";
    private static final String RELEASED = "start the repmgrds";

    @Test
    void whileThePrimaryIsRestartedNoRepmgrdMayPromote() {
        var plan = planner()
                .restart(List.of(PG_0), StopMode.FAST, false, Given.healthy().state());

        assertEquals(
                List.of(
                        HELD,
                        "stop PostgreSQL on pg-0",
                        "start PostgreSQL on pg-0",
                        RELEASED,
                        "attach pg-0 where it is held down",
                        "wait until every pgpool writes to pg-0"),
                titles(plan.steps()));
        assertEquals(List.of(RELEASED), titles(plan.undo()));
    }

    @Test
    void aRepairThatStopsRepmgrdsStartsThemAgainIfItFails() {
        var lab = Given.healthy().lab();
        var takeovers = new TakeoverPlanner(lab);

        assertEquals(
                List.of("start repmgrd on pg-2"),
                titles(new RepairPlanner(lab).follow(PG_2, PG_0, PG_0).undo()));
        assertEquals(
                List.of(RELEASED), titles(takeovers.promote(PG_1, List.of(PG_2)).undo()));
        assertEquals(
                List.of("ensure that repmgr knows what pg-1 is", RELEASED),
                titles(takeovers.switchover(PG_0, PG_1, List.of(PG_2), POOL_1).undo()));
    }

    @Test
    void thePgpoolThatIsStartedDoesNotKeepTheVipOfTheOneThatWasKilledThere() {
        var lab = new FakeLab(Given.healthy());
        lab.kill(POOL_1);
        lab.vipHolders.add(POOL_1);

        PlanRunner.run(
                new ServerPlanner(Given.healthy().lab()).startAsItIs(List.of(POOL_1)), lab.context(), Progress.SILENT);

        assertEquals(Set.of(), lab.vipHolders);
    }

    @Test
    void thePgpoolThatRunsKeepsItsVip() {
        var lab = new FakeLab(Given.healthy());
        lab.vipHolders.add(POOL_1);

        PlanRunner.run(
                new ServerPlanner(Given.healthy().lab()).startAsItIs(List.of(POOL_1)), lab.context(), Progress.SILENT);

        assertEquals(Set.of(POOL_1), lab.vipHolders);
    }

    @Test
    void aStandbyIsRestartedWithoutHoldingAnybody() {
        var plan = planner()
                .restart(List.of(PG_2), StopMode.FAST, false, Given.healthy().state());

        assertEquals(
                List.of("stop repmgrd on pg-2", "stop PostgreSQL on pg-2", "start PostgreSQL on pg-2"),
                titles(plan.steps()).subList(0, 3));
        assertEquals(List.of(), plan.undo());
    }

    @Test
    void aCommandThatDoesNotStopAServerIsToBeTypedAgainWithTheNextMode() {
        var state = Given.healthy().state();

        var restart = planner().restart(List.of(PG_1, PG_2), StopMode.SMART, false, state);
        var restartOfPrimary = planner().restart(List.of(PG_0), StopMode.SMART, false, state);
        var stop = planner().stop(List.of(PG_1, PG_2), StopMode.SMART, state);
        var stopFast = planner().stop(List.of(PG_2), StopMode.FAST, state);

        assertEquals("restart pg-1 pg-2 --mode fast", remedyIfNothingStops(restart));
        assertEquals("restart pg-0 --mode fast", remedyIfNothingStops(restartOfPrimary));
        assertEquals("stop pg-1 pg-2 --mode fast", remedyIfNothingStops(stop));
        assertEquals("stop pg-2 --mode immediate", remedyIfNothingStops(stopFast));
    }

    /** A leader that kept its status would have the others take over that the primary is down. */
    @Test
    void aPgpoolThatIsRestartedAsARepairForgetsItsStatus() {
        assertEquals(1, startsWithout(new PgpoolPlanner(Given.healthy().lab()).restart(List.of(POOL_1))));
        var state = Given.healthy().state();
        assertEquals(0, startsWithout(planner().restart(List.of(POOL_1), StopMode.FAST, false, state)));
        assertEquals(1, startsWithout(planner().restart(List.of(POOL_1), StopMode.FAST, true, state)));
    }

    /** One after another, each would learn the status from those that still run. */
    @Test
    void allPgpoolsThatForgetTheirStatusStopBeforeOneStarts() {
        var state = Given.healthy().state();
        var all = state.lab().pgpoolNodes();

        var titles =
                titles(planner().restart(all, StopMode.IMMEDIATE, true, state).steps());

        assertEquals(
                List.of(
                        "ensure that the hosts are on",
                        "stop the pgpools",
                        "start the pgpools",
                        "wait until every pgpool serves",
                        "ensure that the pgpools have the view of their leader"),
                titles);
    }

    @Test
    void soDoSomeOfThemAfterThePostgresNodes() {
        var state = Given.healthy().state();

        var titles = titles(planner()
                .restart(List.of(PG_1, Node.pgpool(0), POOL_1), StopMode.FAST, true, state)
                .steps());

        assertEquals("stop repmgrd on pg-1", titles.get(0));
        assertEquals(
                List.of(
                        "ensure that the hosts are on",
                        "stop the pgpools",
                        "start the pgpools",
                        "wait until every pgpool serves",
                        "ensure that the pgpools have the view of their leader"),
                titles.subList(titles.size() - 5, titles.size()));
    }

    private static long startsWithout(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.shell().stream())
                .filter(line -> line.line().contains("pgpool -n -D "))
                .count();
    }

    private static String remedyIfNothingStops(Plan plan) {
        var lab = new FakeLab(Given.healthy());
        lab.failing = "pg_ctl";
        var stops = Plan.of(
                "stop",
                plan.steps().stream().filter(StopPostgres.class::isInstance).toList());
        return assertThrows(LabException.class, () -> PlanRunner.run(stops, lab.context(), Progress.SILENT))
                .problems()
                .get(0)
                .remedy();
    }

    @Test
    void afterThePrimaryIsStoppedATakeoverIsPromisedOnlyWhereAMajorityOfTheStandbysIsLeft() {
        assertTrue(planner()
                .stop(List.of(PG_0), StopMode.FAST, Given.healthy().state())
                .advice()
                .startsWith("another node takes over; when it is primary, bring this one back: rejoin pg-0;"));
        assertEquals(
                "no other node takes over: repmgrd needs a majority of the standbys, but only 1 of 2 answer; bring it back: start pg-0",
                planner()
                        .stop(
                                List.of(PG_0),
                                StopMode.FAST,
                                Given.healthy().silent("pg-2").state())
                        .advice());
    }

    @Test
    void noRepmgrdIsLeftToPromoteItsNodeWhileSeveralNodesStop() {
        var plan = planner()
                .stop(
                        List.of(PG_0, POOL_1, PG_1),
                        StopMode.FAST,
                        Given.healthy().state());

        assertEquals(
                List.of(
                        "stop repmgrd on pg-0",
                        "stop repmgrd on pg-1",
                        "stop PostgreSQL on pg-0",
                        "stop Pgpool-II on pgpool-1",
                        "stop PostgreSQL on pg-1"),
                titles(plan.steps()));
    }

    @Test
    void afterAllNodesAreStoppedNobodyIsLeftToTakeOver() {
        assertEquals(
                "no other node is left that could take over; bring them back: start pg-0 pg-1 pg-2",
                planner()
                        .stop(
                                List.of(PG_0, PG_1, PG_2),
                                StopMode.FAST,
                                Given.healthy().state())
                        .advice());
    }

    @Test
    void whatWasStoppedIsNamedCompletelyInTheLineThatBringsItBack() {
        assertEquals(
                "Pgpool-II will hold pg-1 and pg-2 down, also after they are back: start pg-1 pg-2; attach pg-1 pg-2",
                adviceAfterStopOf(PG_1, PG_2));
        assertEquals("bring them back: start pgpool-1 pgpool-2", adviceAfterStopOf(POOL_1, Node.pgpool(2)));
        assertEquals(
                "Pgpool-II will hold pg-2 down, also after it is back: start pg-2 pgpool-1; attach pg-2",
                adviceAfterStopOf(PG_2, POOL_1));
        assertEquals(
                "another node takes over; when it is primary, bring these back: rejoin pg-0; start pgpool-1",
                adviceAfterStopOf(PG_0, POOL_1));
    }

    private static String adviceAfterStopOf(Node... nodes) {
        return planner()
                .stop(List.of(nodes), StopMode.FAST, Given.healthy().state())
                .advice();
    }

    @Test
    void afterSeveralStandbysAreStartedAllOfThemAreToBeAttached() {
        var state = Given.healthy().silent("pg-1").silent("pg-2").state();

        assertEquals(
                "a backend that Pgpool-II held down stays so until: attach pg-1 pg-2",
                planner().start(List.of(PG_1, PG_2), false, state).advice());
    }

    @Test
    void thePrimaryIsAttachedBeforeTheStandbys() {
        var state =
                Given.healthy().status("pg-0", "down").status("pg-1", "down").state();

        assertEquals(
                List.of("attach pg-0", "attach pg-1"),
                titles(backends().attach(List.of(PG_1, PG_0), false, state).steps())
                        .subList(0, 2));
    }

    @Test
    void aStandbyIsNotAttachedBeforeThePrimaryThatIsHeldDown() {
        var state =
                Given.healthy().status("pg-0", "down").status("pg-1", "down").state();

        var refused = assertThrows(LabException.class, () -> backends().attach(List.of(PG_1), false, state));

        assertEquals("attach pg-0", refused.problems().get(0).remedy());
        assertEquals(
                "attach pg-0",
                backends().attach(List.of(PG_0), false, state).steps().get(0).title());
    }

    @Test
    void whereNoOtherRepmgrdRunsNobodyIsHeld() {
        var state =
                Given.healthy().repmgrdStopped("pg-1").repmgrdStopped("pg-2").state();

        assertEquals(Optional.empty(), PlannedPause.ofPrimary(PG_0, state));
        assertEquals(
                List.of(PG_0, PG_1, PG_2),
                PlannedPause.ofPrimary(PG_0, Given.healthy().state())
                        .orElseThrow()
                        .watchers());
    }

    @Test
    void whileTheLastPrimaryIsStartedNoRepmgrdMayPromote() {
        var plan = planner().start(List.of(PG_0), false, lastPrimaryStopped());

        assertEquals(
                List.of(
                        "ensure that the hosts are on",
                        HELD,
                        "check that no other node was promoted",
                        "start PostgreSQL on pg-0",
                        RELEASED,
                        "start repmgrd on pg-0",
                        "wait until pg-0 answers"),
                titles(plan.steps()));
        assertEquals(List.of(RELEASED), titles(plan.undo()));
    }

    @Test
    void aStoppedStandbyIsCheckedBeforeItsStartOnceThePrimaryHasLeftATimeline() {
        var left = Given.healthy().timeline("pg-0", 2).timeline("pg-1", 2).stopped("pg-2");
        var never = Given.healthy().stopped("pg-2");
        var check = "check that pg-2 can follow the primary";

        assertEquals(check, titlesOfStart(left, false).get(1));
        assertFalse(titlesOfStart(left, true).contains(check));
        assertFalse(titlesOfStart(never, false).contains(check));
    }

    private static List<String> titlesOfStart(Given lab, boolean force) {
        return titles(planner().start(List.of(PG_2), force, lab.state()).steps());
    }

    @Test
    void byForceANodeIsStartedWhateverOthersAre() {
        var plan = planner().start(List.of(PG_0), true, lastPrimaryStopped());

        assertEquals(List.of("ensure that the hosts are on", "start pg-0"), titles(plan.steps()));
    }

    @Test
    void thePrimaryIsDetachedByForceAlone() {
        var state = Given.healthy().state();

        var refused = assertThrows(LabException.class, () -> backends().detach(List.of(PG_0), false, state));

        assertEquals("pg-0 is the primary", refused.problems().get(0).what());
        assertEquals(
                "detach --force pg-0, and back again: recover",
                refused.problems().get(0).remedy());
        assertEquals(
                List.of("detach pg-0"),
                titles(backends().detach(List.of(PG_0), true, state).steps()));
        assertEquals(
                List.of("detach pg-2"),
                titles(backends().detach(List.of(PG_2), false, state).steps()));
    }

    @Test
    void theLastBackendOfAPoolIsDetachedByForceAlone() {
        var state = Given.healthy()
                .silent("pg-0")
                .status("pg-0", "down")
                .status("pgpool-1", "pg-1", "down")
                .state();

        var refused = assertThrows(LabException.class, () -> backends().detach(List.of(PG_2), false, state));

        assertEquals(
                "pg-2 is all that pgpool-1 holds up", refused.problems().get(0).what());
        assertEquals(
                List.of("detach pg-2"),
                titles(backends().detach(List.of(PG_2), true, state).steps()));
    }

    @Test
    void theVipIsTakenFromWhoeverHasItBeforeTheLeaderGetsIt() {
        var lab = new FakeLab(Given.healthy());
        lab.vipHolders.addAll(List.of(Node.pgpool(0), Node.pgpool(2)));
        var plan = new RepairPlanner(Given.healthy().lab())
                .of(new Repair(RepairMethod.MOVE_VIP, POOL_1, "", "", false), Optional.empty(), true, Map.of());

        PlanRunner.run(plan, lab.context(), Progress.SILENT);

        assertEquals(
                List.of(
                        "pgpool-0 root ip address delete 10.77.0.200/24 dev eth0",
                        "pgpool-2 root ip address delete 10.77.0.200/24 dev eth0",
                        "pgpool-1 root ip address add 10.77.0.200/24 dev eth0"),
                lab.ran);
    }

    private static ClusterState lastPrimaryStopped() {
        return Given.healthy()
                .silent("pg-0", "connection refused; " + PostgresNode.WOULD_LEAD, Given.NOW)
                .state();
    }

    private static BackendPlanner backends() {
        return new BackendPlanner(Given.healthy().lab());
    }

    private static ServerPlanner planner() {
        return new ServerPlanner(Given.healthy().lab());
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::title).toList();
    }
}
