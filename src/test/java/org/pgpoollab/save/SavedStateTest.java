package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

class SavedStateTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_2 = Node.postgres(2);

    @Test
    void aWholeLabIsHealthy() {
        var saved = of(Given.healthy().state());

        assertTrue(saved.isHealthy());
        assertEquals("primary", saved.of(PG_0).role());
        assertEquals("standby of pg-0", saved.of(PG_2).role());
        assertEquals("up primary", saved.of(Node.pgpool(1)).beliefs().get("pg-0"));
        assertEquals(Optional.of(Node.pgpool(0)), saved.vipHolder());
        assertEquals("healthy", save(saved).condition());
    }

    @Test
    void aFaultIsTrouble() {
        var saved = of(Given.healthy().state().with(Faults.of(new Fault.Isolate(PG_2))));

        assertFalse(saved.isHealthy());
        assertTrue(save(saved).condition().endsWith("1 fault"), save(saved).condition());
    }

    @Test
    void theSameLabDiffersInNothing() {
        var saved = of(Given.healthy().state());

        assertEquals(List.of(), saved.differences(saved));
        assertEquals(List.of(), saved.differentBeliefs(saved));
    }

    @Test
    void anotherPrimaryAndAMissingFaultAreTold() {
        var saved = of(Given.healthy().state().with(Faults.of(new Fault.Isolate(PG_2))));
        var now = of(Given.given()
                .standby("pg-0")
                .primary("pg-1")
                .standby("pg-2")
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2")
                .state());

        assertEquals(
                List.of(
                        "pg-0 is standby of pg-1, it was primary",
                        "pg-1 is primary, it was standby of pg-0",
                        "pg-2 is standby of pg-1, it was standby of pg-0",
                        "the fault isolate pg-2 is missing"),
                saved.differences(now));
    }

    @Test
    void hostsAndServersThatRanAndDoNotAreTold() {
        var saved = of(Given.healthy(1, 1).state());

        assertEquals(
                List.of(
                        "pg-0 is off, it was on",
                        "postgres does not run on pg-0, it did",
                        "repmgrd does not run on pg-0, it did",
                        "pg-0 is silent, it was primary",
                        "pgpool-0 is off, it was on",
                        "pgpool does not run on pgpool-0, it did",
                        "pgpool-0 does not answer, it did"),
                saved.differences(SavedState.stopped(Given.healthy(1, 1).state().lab())));
    }

    @Test
    void whatDidNotAnswerAndAnswersNowIsToldAndNoOtherLab() {
        var saved = of(Given.healthy().silent("pg-2").silent("pgpool-1").state());
        var now = of(Given.healthy().state());

        assertEquals(List.of(), saved.differences(now));
        assertEquals(List.of("pg-2 answers, it did not", "pgpool-1 answers, it did not"), saved.differentBeliefs(now));
        assertEquals(
                List.of("pg-2 is silent, it was standby of pg-0", "pgpool-1 does not answer, it did"),
                now.differences(saved));
    }

    @Test
    void whatItNotesIsReadAgain() {
        var saved = save(of(Given.healthy().state().with(Faults.of(new Fault.Isolate(PG_2), new Fault.Lag(PG_2)))));

        assertEquals(Optional.of(saved), SaveJson.parse("lunch", SaveJson.text(saved)));
    }

    @Test
    void aTextOfALaterFormatOrADamagedOneIsNotRead() {
        var text = SaveJson.text(save(of(Given.healthy().state())));

        assertEquals(Optional.empty(), SaveJson.parse("lunch", text.replace("\"format\" : 1", "\"format\" : 2")));
        assertEquals(Optional.empty(), SaveJson.parse("lunch", text.substring(0, text.length() / 2)));
        assertEquals(Optional.empty(), SaveJson.parse("lunch", text.replace("2026-01-01", "some day")));
    }

    private static Save save(SavedState state) {
        return new Save(
                "lunch",
                Instant.parse("2026-01-01T12:00:00Z"),
                150 << 20,
                new TreeContents(7, 9),
                15,
                "PostgreSQL 15",
                state);
    }

    private static SavedState of(ClusterState state) {
        return SavedState.of(state, new FakeEngine(true));
    }
}
