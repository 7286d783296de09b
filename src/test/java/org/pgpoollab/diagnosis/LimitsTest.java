package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;

/** Tests findings about things that still work and soon will not: WAL that piles up, and connections that run out. */
class LimitsTest {

    private static final long FORTY_MB = 40L * 1024 * 1024;

    private static final MachineLoad BUSY = new MachineLoad(49.7, 2, Duration.ofSeconds(6), Duration.ofMillis(4800));

    @Test
    void aPgpoolWithoutAFreeChildIsFullAndNotBroken() {
        assertFindings("""
                ✗ pgpool-1 serves as many clients as it can: 32
                  because  one more than num_init_children waits until another leaves
                  try      exec pgpool-1 -- pcp_proc_info -h localhost -U lab -w --all
                  hence    a client is not served by pgpool-1: no answer within 2 s
                """, healthy().clients("pgpool-1", 33).clientRefused("pgpool-1", "no answer within 2 s"));
    }

    @Test
    void aDiskWithoutRoomIsToldWithItsRest() {
        assertFindings(
                """
                ✗ the disk of the lab's files is full
                  because  writes fail that need more room, and PostgreSQL ends when it needs a new WAL segment; make room, or end other labs: list
                """, healthy().context(new ObservationContext(false, MachineLoad.UNKNOWN, List.of(), false, 4096)));
        assertFindings(
                """
                ▲ the disk of the lab's files is nearly full: 20 MB left
                  because  PostgreSQL ends when it needs a new WAL segment; make room, or end other labs: list
                """, healthy().context(new ObservationContext(false, MachineLoad.UNKNOWN, List.of(), false, 20 << 20)));
    }

    @Test
    void aFullDiskIsTheCauseOfAPrimaryThatEndedAndOfClientsThatAreRefused() {
        assertFindings(
                """
                ✗ the disk of the lab's files is full
                  because  writes fail that need more room, and PostgreSQL ends when it needs a new WAL segment; make room, or end other labs: list
                  hence    no node says that it is primary
                  hence    pg-0 does not answer: connection refused, for 4 s
                """,
                healthy()
                        .context(new ObservationContext(false, MachineLoad.UNKNOWN, List.of(), false, 4096))
                        .stopped("pg-0"));
        assertFindings(
                """
                ✗ the disk of the lab's files is full
                  because  writes fail that need more room, and PostgreSQL ends when it needs a new WAL segment; make room, or end other labs: list
                  hence    a client is not served by pgpool-1: unable to read message kind
                """,
                healthy()
                        .context(new ObservationContext(false, MachineLoad.UNKNOWN, List.of(), false, 4096))
                        .clientRefused("pgpool-1", "unable to read message kind"));
    }

    @Test
    void aDiskThatIsOnlyNearlyFullHidesNoRemedy() {
        var lab = healthy()
                .context(new ObservationContext(false, MachineLoad.UNKNOWN, List.of(), false, 20 << 20))
                .stopped("pg-2");

        var silent = Diagnosis.of(lab.state()).causes().get(0);

        assertTrue(silent.isFoundBy(SilentPostgres.class), silent.toString());
    }

    @Test
    void ofAStartThatWasBrokenOffEverythingElseComes() {
        assertFindings(
                """
                ✗ the first start of this lab was not completed
                  because  its data is incomplete: up ends what runs, and creates the data anew
                  try      up
                  hence    pg-2 does not answer: connection refused, for 4 s
                """,
                healthy()
                        .silent("pg-2")
                        .context(new ObservationContext(
                                false, MachineLoad.UNKNOWN, List.of(), true, ObservationContext.ENOUGH)));
    }

    @Test
    void aMachineOnWhichTooMuchRunsIsAFindingOfItsOwn() {
        assertFindings("""
                ▲ this machine is too busy: load 50 on 2 processors
                  because  processes wait for a processor, in the last 6 s for 80 % of the time: nodes answer late, and may consider each other dead; no other lab of yours runs: end other programs, or make a smaller lab
                """, healthy().context(new ObservationContext(false, BUSY)));
        assertFindings("""
                ▲ this machine is too busy: load 50 on 2 processors
                  because  processes wait for a processor, in the last 6 s for 80 % of the time: nodes answer late, and may consider each other dead; what uses the processors was not measured, top shows it; also running: the labs big, small
                """, healthy().context(new ObservationContext(false, BUSY, List.of("big", "small"))));
        assertFindings(
                "",
                healthy()
                        .context(new ObservationContext(
                                false, new MachineLoad(2.5, 2, Duration.ofSeconds(6), Duration.ofSeconds(1)))));
    }

    @Test
    void aSlotThatNobodyReadsHoldsBackWal() {
        assertFindings("""
                ▲ slot repmgr_slot_1002 of pg-0 holds back 40 MB of WAL
                  because  no standby streams from it; WAL piles up until its standby is back, or the slot is dropped
                  try      reconfigure, or: psql --on pg-0 "select pg_drop_replication_slot('repmgr_slot_1002')"
                """, healthy().idleSlot("pg-0", "repmgr_slot_1002", FORTY_MB));
    }

    @Test
    void theSlotOfAStoppedStandbyWaitsForIt() {
        var findings = Diagnosis.of(healthy()
                        .stopped("pg-2")
                        .idleSlot("pg-0", "repmgr_slot_1002", FORTY_MB)
                        .state())
                .warnings();

        assertTrue(findings.get(0).problem().remedy().startsWith("start pg-2, or: psql --on pg-0"), findings::toString);
    }

    @Test
    void aSlotOfNoNodeOfTheLabCanOnlyBeDropped() {
        assertFindings("""
                ▲ slot backup of pg-1 holds back 40 MB of WAL
                  because  no standby streams from it; WAL piles up until its standby is back, or the slot is dropped
                  try      psql --on pg-1 "select pg_drop_replication_slot('backup')"
                """, healthy().idleSlot("pg-1", "backup", FORTY_MB));
    }

    @Test
    void aSlotThatHoldsBackLittleIsNoTrouble() {
        assertFindings("", healthy().idleSlot("pg-0", "repmgr_slot_1002", 1024 * 1024));
    }

    @Test
    void aStandbyWhoseWalIsGoneIsMadeAnew() {
        assertFindings("""
                ▲ slot repmgr_slot_1002 of pg-0 has lost WAL that it should have kept
                  because  it held back more than max_slot_wal_keep_size, and a checkpoint removed it
                  try      reclone pg-2, or: psql --on pg-0 "select pg_drop_replication_slot('repmgr_slot_1002')"
                """, healthy().lostSlot("pg-0", "repmgr_slot_1002"));
    }

    @Test
    void aStandbyThatWasStoppedWhileItsSlotLostWalIsNotJustStarted() {
        var found = Diagnosis.of(healthy()
                        .stopped("pg-2")
                        .lostSlot("pg-0", "repmgr_slot_1002")
                        .state())
                .errors();

        assertEquals("reclone pg-2", found.get(0).problem().remedy());
        assertEquals(1, found.size());
    }

    @Test
    void connectionsThatRunOutAreToldBeforeTheyAreAllTaken() {
        assertFindings("""
                ▲ pg-0 has 216 of the 240 connections that it takes
                  because  beyond max_connections it refuses connections, also a pgpool's health check: that pgpool then marks it as down
                  try      psql --on pg-0 "select usename, client_addr, count(*) from pg_stat_activity group by 1, 2"
                """, healthy().connections("pg-0", 216, 240));
        assertFindings("", healthy().connections("pg-0", 215, 240));
    }

    @Test
    void thePgpoolsTogetherMustNotOutgrowOneNode() {
        assertFindings("""
                ▲ the pgpools may open 192 connections, more than pg-1 takes: 97
                  because  num_init_children * max_pool of each pgpool: 32*2 + 32*2 + 32*2 = 192
                  try      psql --on pg-1 "alter system set max_connections = 195"; restart pg-1
                """, healthy().connections("pg-1", 5, 97));
        assertFindings("", healthy().connections("pg-1", 5, 192));
    }

    @Test
    void connectionsAreRaisedOnTheStandbysFirst() {
        assertFindings("""
                ▲ the pgpools may open 192 connections, more than 2 nodes take: 97
                  because  num_init_children * max_pool of each pgpool: 32*2 + 32*2 + 32*2 = 192
                  try      psql --on pg-1 "alter system set max_connections = 195"; restart pg-1; psql --on pg-0 "alter system set max_connections = 195"; restart pg-0
                """, healthy().connections("pg-0", 5, 97).connections("pg-1", 5, 97));
    }

    @Test
    void severalNodesThatAreTooSmallAreCounted() {
        var findings = Diagnosis.of(healthy()
                        .connections("pg-1", 5, 97)
                        .connections("pg-2", 5, 90)
                        .state())
                .warnings();

        assertTrue(findings.get(0).problem().what().endsWith("more than 2 nodes take: 90"), findings::toString);
    }

    @Test
    void aPgpoolThatServesNineOfTenOfItsClientsIsNearItsLimit() {
        assertFindings("""
                ▲ pgpool-1 serves 29 of at most 32 clients
                  because  one more than num_init_children waits until another leaves
                  try      psql --on pgpool-1 "show pool_processes"
                """, healthy().clients("pgpool-1", 29));
        assertFindings("", healthy().clients("pgpool-1", 28));
    }

    @Test
    void aNodeWithAFullDiskOfItsOwnIsFoundWhoeverFilledIt() {
        assertFindings("""
                ▲ the disk of pg-1 is full
                  because  something is mounted on its data or WAL that has no more room: remove files there, or unmount it; it receives no more when it needs a new WAL segment
                  try      exec pg-1 -- df -h /run/lab/data /run/lab/data/pg_wal
                """, healthy().files("pg-1", NodeFiles.RUNS.with(65_536)));
        assertFindings("""
                ▲ the disk of pg-0 is nearly full: 20 MB left
                  because  something is mounted on its data or WAL that has no more room: remove files there, or unmount it; PostgreSQL ends when it needs a new WAL segment
                  try      exec pg-0 -- df -h /run/lab/data /run/lab/data/pg_wal
                """, healthy().files("pg-0", NodeFiles.RUNS.with(20 << 20)));
    }

    @Test
    void aDiskThatWasFilledOnPurposeIsFoundOnce() {
        assertFindings("""
                ▲ the disk of pg-1 is full
                  because  broken on purpose: fill pg-1; it receives no more when it needs a new WAL segment
                  try      heal pg-1
                """, healthy().files("pg-1", NodeFiles.RUNS.with(65_536)).fault("fill pg-1"));
    }
}
