package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.given;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.TimelineHistory;

class DiagnosisTest {

    @Test
    void aHealthyLabHasNoFindings() {
        assertFindings("", healthy());
        assertFindings("", healthy(1, 1));
        assertFindings("", healthy(5, 2));
        assertTrue(Diagnosis.of(healthy().state()).isHealthy());
    }

    static Stream<Given> disturbed() {
        return Stream.of(
                healthy().silent("pg-0"),
                healthy().silent("pg-2"),
                healthy().unasked("pg-1"),
                healthy().unasked("pgpool-1"),
                healthy().silent("pgpool-2"),
                healthy().primary("pg-1"),
                healthy().standby("pg-0"),
                healthy().notStreaming("pg-1"),
                healthy().notSentTo("pg-1"),
                healthy().timeline("pg-1", 7),
                healthy().repmgrdStopped("pg-0"),
                healthy().repmgrdPaused("pg-2"),
                healthy().repmgrUnseen("pg-1", "no such table", ago(1)),
                healthy().repmgrActive("pg-1", false),
                healthy().repmgrType("pg-1", "primary", ""),
                healthy().watchdog("pgpool-1", "LOST"),
                healthy().leader("pgpool-1"),
                healthy().watchdog("pgpool-1", "LEADER"),
                healthy().watchdog("pgpool-0", "STANDBY"),
                healthy().quorum("QUORUM ABSENT"),
                healthy().vipOn(),
                healthy().vipOn("pgpool-1"),
                healthy().vipOn("pgpool-0", "pgpool-1"),
                healthy().vipUnseen("pgpool-1", "no such process", ago(1)),
                healthy().status("pgpool-1", "pg-1", "down"),
                healthy().status("pgpool-1", "pg-1", "quarantine"),
                healthy().role("pgpool-1", "pg-1", "primary"),
                healthy().queriesUnanswered("pgpool-1", "timeout", ago(3)),
                healthy(1, 1).silent("pgpool-0"),
                healthy(1, 1).vipOn());
    }

    @ParameterizedTest
    @MethodSource("disturbed")
    void anySingleDisturbanceEndsHealth(Given lab) {
        var health = Diagnosis.of(lab.state());

        assertFalse(health.isHealthy());
        health.findings()
                .forEach(finding -> assertFalse(finding.problem().remedy().isEmpty(), finding::toString));
    }

    static Stream<Given> troubled() {
        return Stream.concat(
                disturbed(),
                Stream.of(
                        healthy().status("pg-2", "down"),
                        healthy().lsn("pg-0", "0/6000000"),
                        healthy().standby("pg-0").repmgrdPaused("pg-1"),
                        healthy().timeline("pg-0", 2),
                        healthy().idleSlot("pg-0", "repmgr_slot_1002", 500_000_000),
                        healthy().lostSlot("pg-0", "repmgr_slot_1002"),
                        healthy().connections("pg-0", 100, 97),
                        healthy().clients("pgpool-0", 32),
                        healthy().stopped("pgpool-2"),
                        healthy()
                                .queriesUnanswered("pgpool-1", "timeout", ago(3))
                                .silent("pg-0")
                                .fault("pause pg-0"),
                        healthy().pgStatus("pgpool-1", "pg-1", "down")));
    }

    @ParameterizedTest
    @MethodSource("troubled")
    void whatIsWrongFitsIntoTheLineBelowTheGrid(Given lab) {
        var health = Diagnosis.of(lab.state());

        assertFalse(health.findings().isEmpty());
        health.findings().forEach(finding -> {
            var what = finding.problem().what();
            assertTrue(what.length() <= 72, () -> what.length() + ": " + what);
        });
    }

    @Test
    void aStoppedStandbyIsOneFindingThatCarriesTheRest() {
        assertFindings("""
                ✗ pg-2 does not answer: connection refused, for 4 s
                  because  all pgpools hold it down; repmgr has it as an inactive standby
                  try      start pg-2; wait pg-2 is streaming for 30s; attach pg-2
                """, healthy().stopped("pg-2"));
    }

    @Test
    void aStandbyThatJustFellSilentTellsWhoHasNoticed() {
        assertFindings("""
                ✗ pg-2 does not answer: timeout, for 2 s
                  because  pgpool-0 holds it down; pgpool-1 and pgpool-2 hold it up; repmgr has it as an active standby
                  try      start pg-2; wait pg-2 is streaming for 30s; attach pg-2
                """, healthy().silent("pg-2", "timeout", ago(2)).status("pgpool-0", "pg-2", "down"));
    }

    @Test
    void aStoppedPrimaryLeavesNobodyToWriteTo() {
        assertFindings("""
                ✗ pg-0 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      wait primary is known for 30s; rejoin pg-0
                  hence    no node says that it is primary
                """, healthy().silent("pg-0"));
    }

    @Test
    void standbysOnlyMeansThatNobodyWasPromoted() {
        assertFindings("""
                ✗ no node says that it is primary
                  because  all nodes are standbys, and repmgrd has promoted none of them
                  try      wait primary is known for 30s, or: reconfigure
                """, healthy().standby("pg-0"));
    }

    @Test
    void aStreamingStandbyThatPgpoolHoldsDownNeedsAttach() {
        assertFindings("""
                ✗ pg-1 streams, but pgpool holds it down
                  because  all pgpools hold it down; Pgpool-II keeps a detached backend down until it is attached again
                  try      attach pg-1
                """, healthy().status("pg-1", "down"));
    }

    @Test
    void pgpoolsThatDisagreeAreNamed() {
        assertFindings("""
                ✗ pg-1 streams, but pgpool-2 holds it down
                  because  pgpool-2 holds it down; pgpool-0 and pgpool-1 hold it up; Pgpool-II keeps a detached backend down until it is attached again
                  try      restart pgpool-2
                """, healthy().status("pgpool-2", "pg-1", "down"));
    }

    @Test
    void quarantineIsExplained() {
        assertFindings("""
                ✗ pg-1 streams, but pgpool-2 holds it down
                  because  pgpool-2 holds it down; pgpool-0 and pgpool-1 hold it up; a pgpool in quarantine cannot reach it, and the others did not agree
                  try      restart pgpool-2
                """, healthy().status("pgpool-2", "pg-1", "quarantine"));
    }

    @Test
    void theOldPrimaryIsToBeRejoinedAndOnlyThenAttached() {
        var splitBrain = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down");
        Stream.of("pgpool-0", "pgpool-1", "pgpool-2").forEach(pool -> splitBrain.role(pool, "pg-1", "primary"));

        assertFindings("""
                ✗ pg-0 and pg-1 each say that they are primary: split brain
                  because  pg-0 writes on timeline 1, pg-1 writes on timeline 2; what was written on one of them is not on the other
                  try      rejoin pg-0
                """, splitBrain);
    }

    @Test
    void primariesThatCannotReachEachOtherAreHealedBeforeOneIsRejoined() {
        var splitBrain = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down")
                .fault("isolate pg-0");
        Stream.of("pgpool-0", "pgpool-1", "pgpool-2").forEach(pool -> splitBrain.role(pool, "pg-1", "primary"));

        assertFindings("""
                ✗ pg-0 and pg-1 each say that they are primary: split brain
                  because  pg-0 writes on timeline 1, pg-1 writes on timeline 2; what was written on one of them is not on the other; broken on purpose: isolate pg-0
                  try      heal pg-0; rejoin pg-0
                """, splitBrain);
    }

    @Test
    void ofThreePrimariesOneCommandMakesStandbysOfAllOthers() {
        assertEquals("reconfigure --primary pg-0", ofSplit(threePrimaries()));
        assertEquals(
                "reconfigure --primary pg-0",
                ofSplit(threePrimaries().timeline("pg-2", 3).timeline("pg-0", 3)));
    }

    @Test
    void ofThreePrimariesNothingFollowsTheHealAfterWhichTheTrueOneCannotBeTold() {
        assertEquals("heal pg-0", ofSplit(threePrimaries().fault("isolate pg-0")));
        assertEquals("heal pg-0; heal pg-2", ofSplit(threePrimaries().fault("cut pg-0 pg-2")));
    }

    @Test
    void ofThreePrimariesTheOneThatWinsByTwoSignsIsKeptAfterTheHeal() {
        assertEquals(
                "heal pg-2; reconfigure --primary pg-0",
                ofSplit(threePrimaries().timeline("pg-0", 3).fault("isolate pg-2")));
    }

    /** Three primaries of which the pgpools write to pg-0. */
    private static Given threePrimaries() {
        return healthy().primary("pg-1").primary("pg-2").timeline("pg-1", 2).timeline("pg-2", 2);
    }

    private static String ofSplit(Given lab) {
        return Diagnosis.of(lab.state()).findings().get(0).remedy().text();
    }

    @Test
    void ofTwoPrimariesThatAreIsolatedNeitherIsChosenBeforeTheyAreHealed() {
        var findings = Diagnosis.of(given().primary("pg-0")
                        .primary("pg-1")
                        .timeline("pg-1", 2)
                        .pool("pgpool-0")
                        .status("pg-1", "down")
                        .fault("isolate pg-0")
                        .fault("isolate pg-1")
                        .state())
                .findings();

        assertEquals("heal pg-0; heal pg-1", findings.get(0).problem().remedy());
    }

    @Test
    void ofTwoEqualPrimariesNoneIsAdvisedToBeAttached() {
        var findings = Diagnosis.of(given().primary("pg-0")
                        .primary("pg-1")
                        .timeline("pg-1", 2)
                        .pool("pgpool-0")
                        .status("pg-1", "down")
                        .state())
                .findings();

        assertEquals(1, findings.size());
        assertEquals(
                "reconfigure --primary pg-0, or: reconfigure --primary pg-1",
                findings.get(0).problem().remedy());
    }

    @Test
    void aStandbyWithoutReceiverDoesNotStream() {
        assertFindings("""
                ✗ pg-1 is a standby, but does not stream
                  because  pg-1 has no WAL receiver; all pgpools hold it down
                  try      follow pg-1, or: reconfigure
                """, healthy().notStreaming("pg-1").status("pg-1", "down"));
    }

    @Test
    void theStandbysOwnWordAloneIsNotBelieved() {
        assertFindings("""
                ✗ pg-1 is a standby, but does not stream
                  because  pg-1 says that it follows pg-0, but pg-0 does not send to it; all pgpools hold it up
                  try      follow pg-1, or: reconfigure
                """, healthy().notSentTo("pg-1"));
    }

    @Test
    void aStandbyOnAnOlderTimelineHasDiverged() {
        assertFindings(
                """
                ✗ pg-1 is on timeline 1, but pg-0 writes on timeline 2
                  because  pg-1 has no WAL receiver
                  try      reconfigure, or: follow pg-1
                """,
                healthy()
                        .timeline("pg-0", 2)
                        .timeline("pg-2", 2)
                        .notStreaming("pg-1")
                        .status("pg-1", "down"));
    }

    @Test
    void aStandbyThatHasReplayedMoreThanThePromotedOneHadIsRewoundAtOnce() {
        assertFindings("""
                ✗ pg-1 is on timeline 1, but pg-0 writes on timeline 2
                  because  pg-1 has no WAL receiver; pg-1 has replayed WAL up to 0/3000000, but pg-0 has left timeline 1 at 0/2F00000
                  try      rejoin pg-1
                """, leftBehind("0/2F00000"));
    }

    @Test
    void aStandbyThatHasReplayedNoMoreThanThePromotedOneHadIsNotRewound() {
        assertFindings("""
                ✗ pg-1 is on timeline 1, but pg-0 writes on timeline 2
                  because  pg-1 has no WAL receiver
                  try      reconfigure, or: follow pg-1
                """, leftBehind("0/3000000"));
    }

    @Test
    void aStoppedStandbyThatHasReplayedMoreThanThePromotedOneHadIsRewoundAtOnce() {
        assertFindings("""
                ✗ pg-1 does not answer: connection refused, for 4 s
                  because  all pgpools hold it down; repmgr has it as an inactive standby; pg-1 has replayed WAL up to 0/3000000, but pg-0 has left timeline 1 at 0/2F00000
                  try      rejoin pg-1
                """, stoppedBehind("0/2F00000", true));
    }

    @Test
    void aStoppedStandbyThatWasKilledMayHaveReplayedMoreThanItsFilesSay() {
        assertEquals("reconfigure", ofSplit(stoppedBehind("0/3100000", false)));
        assertEquals("rejoin pg-1", ofSplit(stoppedBehind("0/2F00000", false)));
        assertEquals(
                "start pg-1; wait pg-1 is streaming for 30s; attach pg-1", ofSplit(stoppedBehind("0/3000000", true)));
    }

    private static Given stoppedBehind(String fork, boolean wasShutDown) {
        return leftBehind(fork)
                .stopped("pg-1")
                .files("pg-1", NodeFiles.STOPPED.with(new NodeFiles.Replayed(1, Lsn.parse("0/3000000"), wasShutDown)));
    }

    private static Given leftBehind(String fork) {
        var promoted = TimelineHistory.of(2, "1\t" + fork + "\tno recovery target specified\n");
        return healthy()
                .timeline("pg-0", 2)
                .timeline("pg-2", 2)
                .files("pg-0", NodeFiles.RUNS.with(promoted))
                .notStreaming("pg-1")
                .lsn("pg-1", "0/3000000")
                .status("pg-1", "down");
    }

    @Test
    void aStandbyThatHasDivergedMustNotBeReadFrom() {
        assertFindings(
                """
                ✗ pg-1 is on timeline 1, but pg-0 writes on timeline 2
                  because  pg-1 has no WAL receiver
                  try      reconfigure, or: follow pg-1
                  hence    pgpool sends queries to pg-1, which does not follow pg-0
                """,
                healthy()
                        .timeline("pg-0", 2)
                        .timeline("pg-2", 2)
                        .notStreaming("pg-1")
                        .status("pgpool-0", "pg-1", "down"));
    }

    @Test
    void aSecondPrimaryMustNotBeReadFrom() {
        var titles = Diagnosis.of(healthy().primary("pg-1").timeline("pg-1", 2).state()).errors().stream()
                .map(finding -> finding.problem().what())
                .toList();

        assertTrue(titles.contains("pgpool sends queries to pg-1, which does not follow pg-0"), titles::toString);
    }

    @Test
    void aStandbyBehindAnotherStandbyIsFine() {
        assertFindings("", healthy().upstream("pg-2", "pg-1"));
    }

    @Test
    void aStandbyFarBehindIsAWarning() {
        var lab = healthy().lsn("pg-0", "0/6000000");

        assertFindings("""
                ▲ pg-1 is 47 MB of WAL behind the primary
                  because  it receives WAL, but replays it more slowly, or its replay is paused
                  try      psql --on pg-1 "select pg_wal_replay_resume()"
                ▲ pg-2 is 47 MB of WAL behind the primary
                  because  it receives WAL, but replays it more slowly, or its replay is paused
                  try      psql --on pg-2 "select pg_wal_replay_resume()"
                """, lab);
        assertTrue(Diagnosis.of(lab.state()).isHealthy());
    }

    @Test
    void repmgrdThatDoesNotRunIsFound() {
        assertFindings("""
                ✗ repmgrd does not run on pg-1
                  because  pg-1 will not be promoted when the primary fails
                  try      start pg-1
                """, healthy().repmgrdStopped("pg-1"));
    }

    @Test
    void repmgrdsThatDoNotRunAreStartedTogether() {
        assertFindings("""
                ✗ repmgrd does not run on pg-0 and pg-1
                  because  repmgr watches pg-0 from the standbys only; pg-1 will not be promoted when the primary fails
                  try      start pg-0 pg-1
                """, healthy().repmgrdStopped("pg-0").repmgrdStopped("pg-1"));
    }

    @Test
    void repmgrdThatIsPausedIsFoundOnce() {
        assertFindings("""
                ✗ repmgrd is paused on pg-1 and pg-2
                  because  it watches, and does not promote when the primary fails
                  try      exec pg-1 -- repmgr -f /run/lab/repmgr.conf service unpause
                """, healthy().repmgrdPaused("pg-1").repmgrdPaused("pg-2"));
    }

    @Test
    void aFaultOfTheNetworkIsNotWhyRepmgrdIsPausedButIsUndoneFirst() {
        assertFindings(
                """
                ✗ repmgrd is paused on pg-1 and pg-2
                  because  it watches, and does not promote when the primary fails
                  try      heal pg-1; exec pg-1 -- repmgr -f /run/lab/repmgr.conf service unpause
                """, healthy().repmgrdPaused("pg-1").repmgrdPaused("pg-2").fault("cut pg-1 pg-2"));
    }

    @Test
    void repmgrsTableIsComparedWithPostgres() {
        assertFindings("""
                ✗ repmgr's table is wrong about pg-1
                  because  it says that pg-1 follows pg-2, but it streams from pg-0
                  try      exec pg-1 -- repmgr -f /run/lab/repmgr.conf standby register --force
                """, healthy().repmgrType("pg-1", "standby", "pg-2"));
    }

    @Test
    void twoVipHoldersAreTheWorstAndTheWrongOneIsNamed() {
        assertFindings("""
                ✗ pgpool-0 and pgpool-2 hold the VIP 10.77.0.200 at the same time
                  because  pgpool-0 is LEADER; pgpool-2 is STANDBY
                  try      exec pgpool-2 -- ip address delete 10.77.0.200/24 dev eth0
                """, healthy().vipOn("pgpool-0", "pgpool-2"));
    }

    @Test
    void theVipBelongsToTheLeader() {
        assertFindings("""
                ✗ pgpool-0 holds the VIP, but pgpool-1 is the leader
                  because  pgpool-0 is STANDBY; only the leader may hold it
                  try      exec pgpool-0 -- ip address delete 10.77.0.200/24 dev eth0; wait vip is on pgpool-1 for 30s, or: exec pgpool-1 -- ip address add 10.77.0.200/24 dev eth0
                """, healthy().leader("pgpool-1"));
    }

    @Test
    void oneStoppedPgpoolOfThreeLeavesTheQuorumOnTheEdge() {
        assertFindings("""
                ✗ pgpool-2 does not answer: connection refused, for 4 s
                  because  pgpool-0, the leader, has it as SHUTDOWN
                  try      start pgpool-2
                  hence    the loss of one more pgpool ends the quorum, and with it the VIP
                """, healthy().stopped("pgpool-2"));
    }

    @Test
    void aMemberOfTheWatchdogThatTheLabLacksIsNamedWithWhatItCosts() {
        assertFindings("""
                ▲ pgpool-0, pgpool-1 and pgpool-2 count a pgpool that the lab does not have: pgpool-3
                  because  3 of 4 pgpools are alive, 3 are needed for a quorum; one that is only configured never votes
                  try      generate --force; restart pgpool-0 pgpool-1 pgpool-2
                  hence    the loss of one more pgpool ends the quorum, and with it the VIP
                """, healthy().counting("pgpool-3"));
    }

    @Test
    void aLostQuorumExplainsTheMissingVip() {
        assertFindings("""
                ✗ pgpool-1 and pgpool-2 do not answer: connection refused, for 4 s
                  because  pgpool-0, the leader, has pgpool-1 as SHUTDOWN; pgpool-0, the leader, has pgpool-2 as SHUTDOWN
                  try      start pgpool-1 pgpool-2
                  hence    the quorum is lost: pgpool-0 says QUORUM ABSENT
                """, healthy().stopped("pgpool-1").stopped("pgpool-2").vipOn());
    }

    @Test
    void pgpoolsOfWhichOneLedAreStartedTogetherAndExplainTheMissingLeader() {
        assertFindings(
                """
                ✗ pgpool-0 and pgpool-1 do not answer
                  because  pgpool-0: the host is off, for 4 s; pgpool-1: connection refused, for 4 s
                  try      start pgpool-0 pgpool-1
                  hence    the watchdog has no leader
                """,
                healthy()
                        .silent("pgpool-0", "the host is off", ago(4))
                        .silent("pgpool-1")
                        .watchdog("pgpool-0", "LOST"));
    }

    @Test
    void pgpoolsThatAreManyAreCounted() {
        assertFindings("""
                ✗ 3 of 3 pgpools do not answer: connection refused, for 4 s
                  try      start pgpool-0 pgpool-1 pgpool-2
                  hence    the watchdog has no leader
                """, healthy().silent("pgpool-0").silent("pgpool-1").silent("pgpool-2"));
    }

    @Test
    void pgpoolsThatAreFrozenAreResumedTogetherAndThoseThatAreOffStartedTogether() {
        var lab = healthy(3, 5)
                .silent("pgpool-1", "no answer", ago(5))
                .fault("pause pgpool-1")
                .silent("pgpool-2", "no answer", ago(5))
                .fault("pause pgpool-2")
                .silent("pgpool-3")
                .silent("pgpool-4");

        var remedies = Diagnosis.of(lab.state()).findings().stream()
                .filter(finding -> finding.check().equals("silent-pgpool"))
                .map(finding -> finding.remedy().text())
                .toList();

        assertEquals(List.of("resume pgpool-1 pgpool-2", "start pgpool-3 pgpool-4"), remedies);
    }

    @Test
    void withoutALeaderNothingElseIsSaidOfQuorumAndVip() {
        assertFindings("""
                ✗ the watchdog has no leader
                  because  pgpool-0 is STANDBY; pgpool-1 is STANDBY; pgpool-2 is STANDBY
                  try      wait leader is up for 30s
                """, healthy().watchdog("pgpool-0", "STANDBY").vipOn());
    }

    @Test
    void aPgpoolThatAnswersNoQueryStillTakesPart() {
        assertFindings("""
                ✗ pgpool-1 takes part in the watchdog, but answers no query
                  because  timeout, for 3 s
                  try      restart pgpool-1 --mode immediate --discard-status
                """, healthy().queriesUnanswered("pgpool-1", "timeout", ago(3)));
    }

    @Test
    void pgpoolsThatSearchForAPrimaryTheyHoldDownAreAllRestartedWithoutTheirStatus() {
        assertFindings("""
                ✗ pgpool-0, pgpool-1 and pgpool-2 search for a primary, and hold pg-0, which is the primary, down
                  because  at its start a pgpool takes the status of the backends from its file pgpool_status or from the leader; until the search has ended it has no pcp, so that nothing can be attached
                  try      restart pgpool-0 pgpool-1 pgpool-2 --mode immediate --discard-status
                  hence    pg-0 is the primary, but pgpool holds it down
                """, searching("pgpool-0", "pgpool-1", "pgpool-2").status("pg-0", "down"));
    }

    @Test
    void aPgpoolThatSearchesAloneIsRestartedAlone() {
        assertFindings("""
                ✗ pgpool-2 searches for a primary, and holds pg-0, which is the primary, down
                  because  at its start a pgpool takes the status of the backends from its file pgpool_status or from the leader; until the search has ended it has no pcp, so that nothing can be attached
                  try      restart pgpool-2 --mode immediate --discard-status
                  hence    pg-0 is the primary, but pgpool-2 holds it down
                """, searching("pgpool-2").status("pgpool-2", "pg-0", "down"));
    }

    /** The one that hangs may be the leader, whose status the others take again when they are restarted. */
    @Test
    void aPgpoolThatHangsBesideOneThatHasMarkedThePrimaryDownIsRestartedWithIt() {
        assertFindings(
                """
                ✗ pgpool-0 takes part in the watchdog, but answers no query
                  because  timeout, for 9 s; it may search for another primary, as long as it runs: pgpool-2 has marked the one that there is down
                  try      restart pgpool-0 pgpool-2 --mode immediate --discard-status
                  hence    pg-0 is the primary, but pgpool-2 holds it down
                """, healthy().status("pgpool-2", "pg-0", "down").queriesUnanswered("pgpool-0", "timeout", ago(9)));
    }

    @Test
    void aPgpoolThatSearchesBesideOneThatHangsIsNotRestartedAlone() {
        assertFindings(
                """
                ✗ pgpool-2 searches for a primary, and holds pg-0, which is the primary, down
                  because  at its start a pgpool takes the status of the backends from its file pgpool_status or from the leader; until the search has ended it has no pcp, so that nothing can be attached
                  try      restart pgpool-0 pgpool-2 --mode immediate --discard-status
                  hence    pgpool-0 takes part in the watchdog, but answers no query
                  hence    pg-0 is the primary, but pgpool-2 holds it down
                """,
                searching("pgpool-2")
                        .status("pgpool-2", "pg-0", "down")
                        .queriesUnanswered("pgpool-0", "timeout", ago(9)));
    }

    @Test
    void aFrozenPgpoolIsResumedBeforeAllAreRestarted() {
        var told = Diagnosis.of(searching("pgpool-0", "pgpool-1")
                        .status("pg-0", "down")
                        .silent("pgpool-2", "timeout", ago(3))
                        .fault("pause pgpool-2")
                        .state())
                .findings();

        assertTrue(
                told.stream()
                        .anyMatch(finding -> finding.remedy()
                                .text()
                                .equals("resume pgpool-2; restart pgpool-0 pgpool-1 pgpool-2 --mode immediate"
                                        + " --discard-status")),
                told::toString);
    }

    /** Health checks, which put a backend into quarantine, and pcp begin together, after the search. */
    @Test
    void aPgpoolWhosePcpIsLateOrThatHasAQuarantineSearchesForNothing() {
        for (var given : List.of(
                healthy().status("pgpool-2", "pg-0", "down").pcpUnanswered("pgpool-2", "no answer within 2 s", ago(3)),
                searching("pgpool-2").status("pgpool-2", "pg-0", "quarantine"))) {
            assertFalse(Diagnosis.of(given.state()).findings().stream()
                    .anyMatch(finding -> finding.problem().what().contains("searches for a primary")));
        }
    }

    private static Given searching(String... pools) {
        var given = healthy();
        for (var pool : pools) {
            given.pcpUnanswered(pool, "No such file or directory", ago(3));
        }
        return given;
    }

    @Test
    void aPgpoolThatRefusesEveryNewClientIsFound() {
        assertFindings("""
                ✗ pgpool-1 takes part in the watchdog, but answers no query
                  because  unable to read message kind, for 3 s; it has not noticed which of its backends is the first one now, and refuses every new client
                  try      restart pgpool-1
                """, healthy().queriesUnanswered("pgpool-1", PoolNode.REFUSAL, ago(3)));
    }

    @Test
    void aPgpoolThatWritesToTheWrongNodeIsFound() {
        assertFindings("""
                ✗ pgpool-1 takes pg-1 for a primary
                  because  pg-1 is a standby; pgpool looks for the primary at a failover and when a node is attached
                  try      restart pgpool-1
                """, healthy().role("pgpool-1", "pg-1", "primary"));
    }

    @Test
    void aCutBetweenPgpoolAndBackendIsAWarning() {
        assertFindings("""
                ▲ pgpool-1 cannot reach pg-1
                  because  pg-1 answers this program, and the pgpool holds it up: the network between the two, or the login, fails
                  try      logs pgpool-1
                """, healthy().pgStatus("pgpool-1", "pg-1", "down"));
    }

    @Test
    void nodesThatNobodyAskedAreNamedOnce() {
        assertFindings("""
                ✗ not everything is known yet of pg-1 and pgpool-2
                  because  these nodes have not been asked yet
                  try      wait cluster is healthy for 30s
                """, healthy().unasked("pg-1").unasked("pgpool-2"));
    }
}
