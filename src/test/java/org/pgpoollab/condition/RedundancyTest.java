package org.pgpoollab.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

class RedundancyTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PGPOOL_0 = Node.pgpool(0);

    @Test
    void aHealthyLabIsRedundant() {
        assertGap("", healthy());
    }

    @Test
    void itIsNotRedundantBeforeAnotherIsPrimary() {
        assertGap("no node is primary", healthy().silent("pg-0"), PG_0);
    }

    @Test
    void itIsNotRedundantBeforeEveryPgpoolHoldsTheLostNodeDown() {
        assertGap("pgpool-0 still holds pg-0 up", promoted(), PG_0);
        assertGap("pgpool-1 still holds pg-0 up", agreed().status("pgpool-1", "pg-0", "up"), PG_0);
    }

    @Test
    void itIsNotRedundantBeforeEveryPgpoolWritesToTheNewPrimary() {
        assertGap("pgpool-0 believes that pg-1 is standby", promoted().status("pg-0", "down"), PG_0);
    }

    @Test
    void itIsRedundantWhenTheRestAgrees() {
        assertGap("", agreed(), PG_0);
    }

    @Test
    void anIsolatedOldPrimaryIsNotCounted() {
        var split = agreed(healthy());

        assertGap("", split, PG_0);
        assertGap("2 nodes are primary", split);
    }

    @Test
    void aLostPgpoolIsNotAskedAndCannotHoldTheVip() {
        var lost = healthy().silent("pgpool-0", "connection refused", ago(3));

        assertGap("0 pgpools hold the VIP", lost.vipOn(), PGPOOL_0);
        assertGap("", lost.vipOn("pgpool-1"), PGPOOL_0);
    }

    @Test
    void aStandbyThatFollowsALostNodeStreamsOnlyUntilItsConnectionTimesOut() {
        assertGap("pg-2 still follows pg-0", agreed(healthy()).upstream("pg-2", "pg-0"), PG_0);
    }

    @Test
    void aStandbyMayFollowThePrimaryThroughAnotherStandby() {
        assertGap("", healthy().upstream("pg-2", "pg-1"));
    }

    @Test
    void whatDoesNotAnswerIsLostUnlessOnlyOneNodeAnswers() {
        assertAnsweringGap("pgpool-0 still holds pg-2 up", healthy().silent("pg-2"));
        assertAnsweringGap("", healthy().stopped("pg-2"));
        assertAnsweringGap("", healthy().stopped("pg-2").silent("pgpool-2", "connection refused", ago(3)));
        assertAnsweringGap(
                "pg-1 does not answer (connection refused, for 4 s)",
                healthy().stopped("pg-1").stopped("pg-2"));
        assertAnsweringGap("", healthy(1, 1));
    }

    @Test
    void whatAnswersIsNotRedundantWithoutTheVip() {
        assertAnsweringGap("0 pgpools hold the VIP", healthy().vipOn());
        assertAnsweringGap(
                "0 pgpools hold the VIP",
                healthy().silent("pgpool-0", "connection refused", ago(3)).vipOn());
    }

    @Test
    void aLabIsWholeIfItIsRedundantWithAllItsNodesAndNoCheckFindsAnError() {
        assertTrue(Redundancy.isWhole(healthy().state()));
        assertTrue(Redundancy.isWhole(healthy(1, 1).state()));
        assertFalse(Redundancy.isWhole(healthy().stopped("pg-2").state()), "a node is lost, and the rest is redundant");
        assertFalse(Redundancy.isWhole(healthy().quorum("NO QUORUM").state()), "redundant, and a check finds an error");
    }

    private static Given promoted() {
        return promoted(healthy().silent("pg-0"));
    }

    private static Given promoted(Given given) {
        return given.primary("pg-1").upstream("pg-2", "pg-1");
    }

    private static Given agreed() {
        return agreed(healthy().silent("pg-0"));
    }

    private static Given agreed(Given lab) {
        var given = promoted(lab).status("pg-0", "down");
        for (var pool : Set.of("pgpool-0", "pgpool-1", "pgpool-2")) {
            given = given.role(pool, "pg-1", "primary").role(pool, "pg-0", "standby");
        }
        return given;
    }

    private static void assertGap(String gap, Given given, Node... without) {
        assertEquals(
                Optional.of(gap).filter(text -> !text.isEmpty()), new Redundancy(given.state(), Set.of(without)).gap());
    }

    private static void assertAnsweringGap(String gap, Given given) {
        assertEquals(
                Optional.of(gap).filter(text -> !text.isEmpty()),
                Redundancy.ofAnswering(given.state()).gap());
    }
}
