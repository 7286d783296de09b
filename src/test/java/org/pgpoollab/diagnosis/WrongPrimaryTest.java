package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;

/** Tests pgpools that use another backend as the primary: the printed commands must be accepted when they are typed. */
class WrongPrimaryTest {

    private static final String[] POOLS = {"pgpool-0", "pgpool-1", "pgpool-2"};

    @Test
    void whereTheTruePrimaryIsHeldDownToAttachItIsTheRemedyOfBoth() {
        assertFindings("""
                ✗ pg-0 is the primary, but pgpool holds it down
                  because  all pgpools hold it down; Pgpool-II keeps a detached backend down until it is attached again
                  try      attach pg-0
                  hence    pgpool-0, pgpool-1 and pgpool-2 take pg-2 for a primary
                ✗ pg-1 streams, but pgpool holds it down
                  because  all pgpools hold it down; Pgpool-II keeps a detached backend down until it is attached again
                  try      attach pg-1
                """, takenForPrimary("pg-2").status("pg-0", "down").status("pg-1", "down"));
    }

    @Test
    void thePrimaryIsAttachedBeforeTheStandbys() {
        assertFindings(
                """
                ✗ pg-1 is the primary, but pgpool holds it down
                  because  all pgpools hold it down; Pgpool-II keeps a detached backend down until it is attached again
                  try      attach pg-1
                ✗ pg-0 streams, but pgpool holds it down
                  because  all pgpools hold it down; Pgpool-II keeps a detached backend down until it is attached again
                  try      attach pg-0
                """,
                healthy()
                        .primary("pg-1")
                        .timeline("pg-0", 2)
                        .timeline("pg-1", 2)
                        .timeline("pg-2", 2)
                        .standby("pg-0")
                        .upstream("pg-0", "pg-1")
                        .upstream("pg-2", "pg-1")
                        .status("pg-0", "down")
                        .status("pg-1", "down"));
    }

    @Test
    void aPgpoolThatHangsBesideOthersThatHoldThePrimaryDownIsRestartedWithThem() {
        assertEquals(
                "restart pgpool-0 pgpool-1 pgpool-2 --mode immediate --discard-status",
                remedy(
                        healthy().status("pg-0", "down").queriesUnanswered("pgpool-0", "timeout", ago(9)),
                        "queries-unanswered"));
    }

    @Test
    void whereTheTruePrimaryIsHeldUpTheOtherOneIsDetachedSoThatThePgpoolsLookAgain() {
        var lab = takenForPrimary("pg-2");
        Stream.of(POOLS).forEach(pool -> lab.role(pool, "pg-0", "standby"));

        assertFindings("""
                ✗ pgpool-0, pgpool-1 and pgpool-2 take pg-0 for a standby
                  because  pg-0 is primary; pgpool looks for the primary at a failover and when a node is attached
                  try      detach pg-2; attach pg-2, or: reconfigure
                ✗ pgpool-0, pgpool-1 and pgpool-2 take pg-2 for a primary
                  because  pg-2 is a standby; pgpool looks for the primary at a failover and when a node is attached
                  try      detach pg-2; attach pg-2, or: reconfigure
                """, lab);
    }

    @Test
    void theLastBackendThatIsHeldUpIsNotDetachedThoughItIsAStray() {
        var stray = healthy().timeline("pg-0", 2).timeline("pg-1", 2).notStreaming("pg-2");

        assertEquals("detach pg-2; reconfigure", remedy(stray, "stray-backend-held-up"));
        assertEquals(
                "reconfigure", remedy(stray.status("pg-0", "down").status("pg-1", "down"), "stray-backend-held-up"));
    }

    @Test
    void whatTheSecondLeaderOfASplitWatchdogHoldsDownComesFromThat() {
        assertFindings("""
                ✗ pgpool-0 and pgpool-1 each say that they lead the watchdog: split brain
                  because  they do not hear each other, or one of them was frozen and has just come back
                  try      wait leader is up for 30s, or: restart pgpool-1
                  hence    pg-2 streams, but pgpool-1 holds it down
                """, healthy().watchdog("pgpool-1", "LEADER").status("pgpool-1", "pg-2", "down"));
    }

    private static String remedy(Given lab, String check) {
        return Diagnosis.of(lab.state()).findings().stream()
                .filter(finding -> finding.check().equals(check))
                .map(finding -> finding.remedy().text())
                .findFirst()
                .orElseThrow();
    }

    private static Given takenForPrimary(String node) {
        var lab = healthy();
        Stream.of(POOLS).forEach(pool -> lab.role(pool, node, "primary"));
        return lab;
    }
}
