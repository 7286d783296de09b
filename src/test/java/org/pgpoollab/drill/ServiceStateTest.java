package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

class ServiceStateTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PGPOOL_0 = Node.pgpool(0);

    @Test
    void aHealthyLabServes() {
        assertGap("", healthy());
    }

    @Test
    void itDoesNotServeBeforeAnotherIsPrimary() {
        assertGap("no node is primary", healthy().silent("pg-0"), PG_0);
    }

    @Test
    void itDoesNotServeBeforeEveryPgpoolHoldsTheLostNodeDown() {
        assertGap("pgpool-0 still holds pg-0 up", promoted(), PG_0);
        assertGap("pgpool-1 still holds pg-0 up", agreed().status("pgpool-1", "pg-0", "up"), PG_0);
    }

    @Test
    void itDoesNotServeBeforeEveryPgpoolWritesToTheNewPrimary() {
        assertGap("pgpool-0 believes that pg-1 is standby", promoted().status("pg-0", "down"), PG_0);
    }

    @Test
    void itServesWhenTheRestAgrees() {
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
                Optional.of(gap).filter(text -> !text.isEmpty()),
                new ServiceState(given.state(), Set.of(without)).gap());
    }
}
