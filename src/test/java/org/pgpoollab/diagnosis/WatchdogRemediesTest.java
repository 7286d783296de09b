package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;

/** Tests that the remedy for a transient state is to wait: a restart would only repeat it. */
class WatchdogRemediesTest {

    @Test
    void aPgpoolThatJoinsIsWaitedFor() {
        assertEquals(
                "wait pgpool-1 is standby for 30s, or: restart pgpool-1",
                remedy(healthy().watchdog("pgpool-1", "JOINING")));
    }

    @Test
    void anElectionIsWaitedFor() {
        assertEquals(
                "wait leader is up for 30s, or: restart pgpool-1",
                remedy(healthy().watchdog("pgpool-0", "STANDBY").watchdog("pgpool-1", "STANDING FOR LEADER")));
    }

    @Test
    void anElectionThatIsHeldBecauseTheLeaderIsIsolatedEndsWhenThatIsHealed() {
        assertEquals(
                "heal pgpool-0; wait pgpool-1 is standby for 30s",
                remedy(healthy().fault("isolate pgpool-0").watchdog("pgpool-1", "STANDING FOR LEADER")));
    }

    @Test
    void aPgpoolThatIsLostIsRestarted() {
        assertEquals("restart pgpool-1", remedy(healthy().watchdog("pgpool-1", "LOST")));
    }

    @Test
    void anElectionComesFromTheLeaderThatIsSilent() {
        assertFindings("""
                ✗ pgpool-0 does not answer: connection refused, for 4 s
                  try      start pgpool-0
                  hence    pgpool-1 does not take part in the watchdog: it reports STANDING FOR LEADER
                  hence    the watchdog has no leader
                """, healthy().stopped("pgpool-0").watchdog("pgpool-1", "STANDING FOR LEADER"));
    }

    @Test
    void ofTwoLeadersTheOneWithoutAQuorumIsTheWrongOne() {
        assertEquals(
                "wait leader is up for 30s, or: restart pgpool-0",
                remedy(healthy().quorum("QUORUM ABSENT").watchdog("pgpool-1", "LEADER")));
    }

    @Test
    void aLeaderThatHasNotTakenTheVipYetIsWaitedFor() {
        assertEquals(
                "wait vip is on pgpool-0 for 30s, or: exec pgpool-0 -- ip address add 10.77.0.200/24 dev eth0,"
                        + " or: restart pgpool-0",
                remedy(healthy().vipOn()));
    }

    private static String remedy(Given lab) {
        return Diagnosis.of(lab.state()).findings().get(0).remedy().text();
    }
}
