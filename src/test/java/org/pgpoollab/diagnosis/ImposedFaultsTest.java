package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.topology.Node;

/** Tests that remedies first remove imposed faults. */
class ImposedFaultsTest {

    @Test
    void aPoolThatWaitsForAnIsolatedPrimaryIsNotRestarted() {
        assertFindings(
                """
                ✗ pgpool-1 takes part in the watchdog, but answers no query
                  because  timeout, for 2 s; it may be waiting for pg-0, which no packets reach, until another node is primary; broken on purpose: isolate pg-0
                  try      heal pg-0
                """, healthy().queriesUnanswered("pgpool-1", "timeout", ago(2)).fault("isolate pg-0"));
    }

    @Test
    void aFrozenPrimaryHoldsUpEveryPgpool() {
        var lab = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .upstream("pg-2", "pg-1")
                .timeline("pg-2", 2)
                .silent("pg-0", "timeout", ago(9))
                .fault("pause pg-0")
                .queriesUnanswered("pgpool-0", "timeout", ago(8))
                .queriesUnanswered("pgpool-1", "timeout", ago(8))
                .queriesUnanswered("pgpool-2", "timeout", ago(8));

        assertFindings("""
                ✗ pg-0 does not answer: timeout, for 9 s
                  because  broken on purpose: pause pg-0; repmgr has it as an active primary
                  try      kill pg-0; rejoin pg-0
                  hence    all pgpools wait for pg-0, which is frozen
                """, lab);
    }

    @Test
    void aServerThatIsStoppedByASignalIsResumedAlsoIfNobodyWasTold() {
        assertFindings("""
                ✗ pg-2 does not answer: timeout, for 9 s
                  because  its process is stopped by a signal, says the kernel; all pgpools hold it up; repmgr has it as an active standby
                  try      resume pg-2; wait pg-2 is streaming for 30s; attach pg-2
                """, healthy().silent("pg-2", "timeout", ago(9)).hiddenFault("pause pg-2 --process postgres"));
    }

    @Test
    void aHostThatIsHeldFromOutsideIsNamedWithItsCause() {
        assertFindings(
                """
                ✗ pg-2 does not answer: timeout, for 9 s
                  because  broken on purpose: pause pg-2 (its container is paused); all pgpools hold it up; repmgr has it as an active standby
                  try      resume pg-2; wait pg-2 is streaming for 30s; attach pg-2
                """,
                healthy()
                        .silent("pg-2", "timeout", ago(9))
                        .fault("pause pg-2")
                        .context(trouble("pg-2", HostTrouble.Kind.HELD, "its container is paused")));
    }

    @Test
    void aStandbyWithoutTheNetworkExplainsAllElseOfIt() {
        assertFindings(
                """
                ✗ pg-2's host is not in the lab's network
                  because  somebody disconnected it
                  try      kill pg-2; start pg-2; wait pg-2 is streaming for 30s; attach pg-2
                  hence    pg-2 is a standby, but does not stream
                """,
                healthy()
                        .notStreaming("pg-2")
                        .context(trouble("pg-2", HostTrouble.Kind.DISCONNECTED, "somebody disconnected it")));
    }

    @Test
    void anOldPrimaryWithoutTheNetworkIsNotStartedAsItIs() {
        assertFindings(
                """
                ✗ pg-0's host is not in the lab's network
                  because  somebody disconnected it
                  try      kill pg-0; rejoin pg-0
                  hence    pg-0 and pg-1 each say that they are primary: split brain
                  hence    pgpool sends queries to pg-0, which does not follow pg-1
                  hence    pgpool-0, pgpool-1 and pgpool-2 take pg-0 for a primary
                  hence    pgpool-0, pgpool-1 and pgpool-2 take pg-1 for a standby
                """,
                healthy()
                        .primary("pg-1")
                        .timeline("pg-1", 2)
                        .upstream("pg-2", "pg-1")
                        .timeline("pg-2", 2)
                        .context(trouble("pg-0", HostTrouble.Kind.DISCONNECTED, "somebody disconnected it")));
    }

    private static ObservationContext trouble(String node, HostTrouble.Kind kind, String why) {
        return ObservationContext.NONE.with(
                List.of(new HostTrouble(Node.parse(node).orElseThrow(), kind, why)));
    }

    @Test
    void onePgpoolThatWaitsIsNamed() {
        assertFindings(
                """
                ✗ pg-2 does not answer: timeout, for 9 s
                  because  broken on purpose: pause pg-2 --process postgres; pgpool-0 and pgpool-2 hold it up; repmgr has it as an active standby
                  try      resume pg-2; wait pg-2 is streaming for 30s; attach pg-2
                  hence    pgpool-1 waits for pg-2, which is frozen
                """,
                healthy()
                        .silent("pg-2", "timeout", ago(9))
                        .fault("pause pg-2 --process postgres")
                        .queriesUnanswered("pgpool-1", "timeout", ago(8)));
    }

    @Test
    void aCutIsNotTheCauseOfWhatTheOthersDo() {
        assertFindings(
                """
                ✗ pgpool-2 takes part in the watchdog, but answers no query
                  because  timeout, for 8 s
                  try      restart pgpool-2 --mode immediate --discard-status
                """,
                healthy()
                        .queriesUnanswered("pgpool-2", "timeout", ago(8))
                        .fault("cut pgpool-1 pg-0,pg-1,pg-2,pgpool-0,pgpool-2"));
    }

    @Test
    void aFrozenPgpoolIsThawed() {
        assertFindings("""
                ✗ pgpool-2 does not answer: timeout, for 3 s
                  because  broken on purpose: pause pgpool-2; pgpool-0, the leader, has it as STANDBY
                  try      resume pgpool-2
                """, healthy().silent("pgpool-2", "timeout", ago(3)).fault("pause pgpool-2"));
    }

    @Test
    void aStandbyWithAFullDiskIsHealed() {
        assertFindings("""
                ✗ pg-1 is a standby, but does not stream
                  because  pg-1 has no WAL receiver; all pgpools hold it up; broken on purpose: fill pg-1
                  try      heal pg-1; wait pg-1 is streaming for 30s; attach pg-1
                """, healthy().notStreaming("pg-1").fault("fill pg-1"));
    }

    @Test
    void aLieIsTakenBackBeforeTheBackendIsAttached() {
        assertFindings("""
                ✗ pg-1 streams, but pgpool-2 holds it down
                  because  pgpool-2 holds it down; pgpool-0 and pgpool-1 hold it up; a pgpool in quarantine cannot reach it, and the others did not agree; broken on purpose: lie pgpool-2 pg-1
                  try      heal pg-1; attach pg-1
                """, healthy().status("pgpool-2", "pg-1", "quarantine").fault("lie pgpool-2 pg-1"));
    }

    @Test
    void aStandbyThatIsHeldBackIsLetGo() {
        assertFindings(
                """
                ▲ pg-1 is 47 MB of WAL behind the primary
                  because  it receives WAL, but replays it more slowly, or its replay is paused; broken on purpose: lag pg-1
                  try      heal pg-1
                """, healthy().lsn("pg-0", "0/6000000").lsn("pg-2", "0/6000000").fault("lag pg-1"));
    }

    @Test
    void twoLeadersOnBothSidesOfACutAreBroughtTogether() {
        var findings = Diagnosis.of(healthy()
                        .watchdog("pgpool-1", "LEADER")
                        .fault("cut pgpool-0 pgpool-1,pgpool-2")
                        .state())
                .errors();

        assertEquals(
                "heal pgpool-0; wait leader is up for 30s, or: restart pgpool-1",
                findings.get(0).problem().remedy());
    }

    @Test
    void aPgpoolMayWaitForANodeThatIsGone() {
        assertFindings(
                """
                ✗ pg-2 does not answer: the host is off, for 3 s
                  because  pgpool-0 and pgpool-2 hold it up; repmgr has it as an active standby
                  try      start pg-2; wait pg-2 is streaming for 30s; attach pg-2
                  hence    pgpool-1 takes part in the watchdog, but answers no query
                """,
                healthy()
                        .silent("pg-2", "the host is off", ago(3))
                        .queriesUnanswered("pgpool-1", "timeout", ago(2))
                        .fault("kill pg-2"));
    }

    @Test
    void aCutIsUndone() {
        assertFindings("""
                ▲ pgpool-1 cannot reach pg-1
                  because  pg-1 answers this program, and the pgpool holds it up: the network between the two, or the login, fails; broken on purpose: cut pg-1 pgpool-1
                  try      heal pg-1
                """, healthy().pgStatus("pgpool-1", "pg-1", "down").fault("cut pg-1 pgpool-1"));
    }

    @Test
    void aHostWithoutPowerIsStarted() {
        assertFindings(
                """
                ✗ pgpool-2 does not answer: the host is off, for 3 s
                  because  pgpool-0, the leader, has it as STANDBY
                  try      start pgpool-2
                """, healthy().silent("pgpool-2", "the host is off", ago(3)).fault("kill pgpool-2"));
    }
}
