package org.pgpoollab.plan.wal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.repair.OfflineNode;
import org.pgpoollab.topology.Node;

class RoleConflictTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_1 = Node.postgres(1);
    private static final Node PG_2 = Node.postgres(2);

    @Test
    void anOldPrimaryIsNotStartedBesideItsSuccessor() {
        var conflict = RoleConflict.of(promoted().stopped("pg-0").state(), Map.of(PG_0, primary(1)));

        assertEquals(
                "rejoin pg-0, or with two primaries: start --force pg-0",
                conflict.of(List.of(PG_0)).map(Problem::remedy).orElse(""));
    }

    @Test
    void aStoppedStrayPrimaryIsRecloned() {
        var state = Given.healthy().stopped("pg-2").state();

        var conflict = RoleConflict.of(state, Map.of(PG_2, primary(2)));

        assertEquals(
                "reclone pg-2, or with two primaries: start --force pg-2",
                conflict.of(List.of(PG_2)).map(Problem::remedy).orElse(""));
    }

    @Test
    void aFrozenSuccessorIsStillThePrimary() {
        var state = promoted().stopped("pg-0").silent("pg-1").state();
        var frozen = new OfflineNode(true, true, false, 2);

        var conflict = RoleConflict.of(state, Map.of(PG_0, primary(1), PG_1, frozen));

        assertEquals(
                "pg-0 would be a second primary",
                conflict.of(List.of(PG_0)).map(Problem::what).orElse(""));
    }

    @Test
    void theLastPrimaryMayBeStartedWithoutASuccessor() {
        var state = Given.healthy().stopped("pg-0").state();

        assertEquals(
                Optional.empty(),
                RoleConflict.of(state, Map.of(PG_0, primary(1))).of(List.of(PG_0)));
    }

    @Test
    void ofTwoStoppedPrimariesTheOneThatWasPromotedLastMayBeStarted() {
        var conflict = new RoleConflict(Map.of(PG_0, primary(1), PG_1, primary(2), PG_2, standby(2)));

        assertEquals(Optional.empty(), conflict.of(List.of(PG_1)));
        assertEquals(
                "start pg-1; rejoin pg-0, or all the same: start --force pg-0",
                conflict.of(List.of(PG_0, PG_1)).map(Problem::remedy).orElse(""));
    }

    @Test
    void whichOfTwoIsTheLastPrimaryIsNotGuessed() {
        var stray = new RoleConflict(Map.of(PG_0, primary(1), PG_1, standby(1), PG_2, primary(2)));

        assertEquals(Optional.empty(), stray.of(List.of(PG_0)));
        assertEquals(
                "reconfigure --primary pg-0, or: reconfigure --primary pg-2",
                stray.of(List.of(PG_0, PG_1, PG_2)).map(Problem::remedy).orElse(""));
    }

    @Test
    void whoseWalALaterPrimaryHasIsNoRivalOfItWhicheverStandbysFollow() {
        var nodes = Map.of(PG_0, primary(1), PG_1, primary(2), PG_2, standby(1));

        assertEquals(List.of(PG_0, PG_1), new RoleConflict(nodes).undecided(List.of(PG_0, PG_1, PG_2)));

        var told = new RoleConflict(nodes, Map.of(PG_0, PG_1));
        assertEquals(List.of(), told.undecided(List.of(PG_0, PG_1, PG_2)));
        assertEquals(Optional.of(PG_1), told.successor(PG_0));
        assertEquals(Optional.empty(), told.of(List.of(PG_1, PG_2)));
    }

    @Test
    void aFrozenPrimaryDoesNotGoOnBesideItsSuccessor() {
        var state = promoted().silent("pg-0").state();
        var conflict = RoleConflict.of(state, Map.of(PG_0, new OfflineNode(true, true, false, 1)));

        var refused = assertThrows(
                LabException.class, () -> conflict.refuseResume("resume", List.of(PG_0), state.primaries()));

        assertEquals(
                "kill pg-0; rejoin pg-0, or with two primaries: resume --force pg-0",
                refused.problems().get(0).remedy());
        conflict.refuseResume("resume", List.of(PG_0), List.of());
        conflict.refuseResume("resume", List.of(PG_1, PG_2, Node.pgpool(0)), state.primaries());
    }

    @Test
    void whatRunsOrIsAStandbyMayBeStarted() {
        var state = promoted().state();

        assertEquals(Optional.empty(), RoleConflict.of(state, Map.of()).of(List.of(PG_0, PG_1, PG_2, Node.pgpool(0))));
    }

    private static Given promoted() {
        return Given.healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .upstream("pg-2", "pg-1")
                .timeline("pg-2", 2);
    }

    private static OfflineNode primary(int timeline) {
        return new OfflineNode(false, true, false, timeline);
    }

    private static OfflineNode standby(int timeline) {
        return new OfflineNode(false, true, true, timeline);
    }
}
