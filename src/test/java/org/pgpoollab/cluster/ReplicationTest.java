package org.pgpoollab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.given;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.Node;

class ReplicationTest {

    private static final Node PG_1 = Node.postgres(1);

    @Test
    void theOnlyPrimaryLeads() {
        assertEquals(
                Optional.of(Node.postgres(0)),
                Replication.leadingPrimary(healthy().state()));
        assertEquals(
                Optional.empty(),
                Replication.leadingPrimary(healthy().standby("pg-0").state()));
    }

    @Test
    void ofTwoPrimariesTheOneLeadsForWhichMoreSignsSpeak() {
        var state = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .upstream("pg-2", "pg-1")
                .state();

        assertEquals(Optional.of(Node.postgres(1)), Replication.leadingPrimary(state));
    }

    @Test
    void aNodeThatWasPromotedBehindEverybodysBackDoesNotLead() {
        var state = healthy().primary("pg-1").timeline("pg-1", 2).state();

        assertEquals(Optional.of(Node.postgres(0)), Replication.leadingPrimary(state));
    }

    @Test
    void ofTwoEqualPrimariesNoneLeads() {
        var state = given().primary("pg-0")
                .primary("pg-1")
                .timeline("pg-1", 2)
                .pool("pgpool-0")
                .state();

        assertEquals(Optional.empty(), Replication.leadingPrimary(state));
    }

    @Test
    void aStandbyMayStreamFromAnotherOne() {
        var state = healthy().upstream("pg-2", "pg-1").state();

        assertEquals(Optional.empty(), Replication.gap(state, Node.postgres(2)));
        assertEquals(List.of(PG_1, Node.postgres(0)), Replication.upstreams(state, Node.postgres(2)));
    }

    @Test
    void standbysThatFollowEachOtherReceiveNothing() {
        var state = healthy().upstream("pg-1", "pg-2").upstream("pg-2", "pg-1").state();

        assertEquals(
                Optional.of("no primary sends to it: pg-1 follows pg-2, which follows pg-1"),
                Replication.gap(state, PG_1));
    }

    @Test
    void bothEndsOfTheConnectionMustSayThatItStreams() {
        var node = Node.postgres(1);

        assertTrue(Replication.isStreaming(healthy().state(), node));
        assertFalse(Replication.isStreaming(healthy().notSentTo("pg-1").state(), node));
        assertFalse(
                Replication.isStreaming(healthy().receiver("pg-1", "waiting").state(), node));
        assertFalse(Replication.isStreaming(healthy().silent("pg-0").state(), node));
        assertFalse(Replication.isStreaming(healthy().state(), Node.postgres(0)));
    }

    @Test
    void anUpstreamOutsideTheLabIsTakenAtTheStandbysWord() {
        assertTrue(Replication.isStreaming(
                healthy().upstream("pg-1", "backup.example").state(), Node.postgres(1)));
    }

    @Test
    void lagIsCountedInBytesAndNeverNegative() {
        var state = healthy()
                .lsn("pg-0", "0/3000200")
                .lsn("pg-1", "0/3000100")
                .lsn("pg-2", "0/3000300")
                .state();

        assertEquals(OptionalLong.of(0x100), Replication.lag(state, Node.postgres(1)));
        assertEquals(OptionalLong.of(0), Replication.lag(state, Node.postgres(2)));
        assertEquals(OptionalLong.empty(), Replication.lag(state, Node.postgres(0)));
    }

    @Test
    void whileBothEndsBelieveThatTheyStreamACutIsKnown() {
        for (var fault : List.of(
                "isolate pg-1",
                "isolate pg-0",
                "cut pg-0 pg-1",
                "cut pg-1 pg-0 --one-way",
                "cut pg-0,pgpool-0 pg-1 --port 5432/tcp")) {
            assertEquals(
                    Optional.of("cut off from pg-0"),
                    Replication.silence(healthy().fault(fault).state(), PG_1),
                    fault);
        }
        for (var fault : List.of("isolate pg-2", "cut pg-2 pg-1", "cut pg-0 pg-1 --port 22", "lag pg-1")) {
            assertEquals(
                    Optional.empty(), Replication.silence(healthy().fault(fault).state(), PG_1), fault);
        }
    }

    @Test
    void anUpstreamThatWasNotHeardForLongerThanItIsIdleIsSilent() {
        var given = healthy();
        var now = given.state().at();
        var half = given.lab().timing().walTimeout().dividedBy(2);

        assertEquals(
                Optional.empty(),
                Replication.silence(given.heardAt("pg-1", now.minus(half)).state(), PG_1));
        assertEquals(
                Optional.of("pg-0 last heard 9 s ago"),
                Replication.silence(given.heardAt("pg-1", now.minusSeconds(9)).state(), PG_1));
        assertEquals(
                Optional.empty(), Replication.silence(given.notStreaming("pg-1").state(), PG_1));
    }
}
