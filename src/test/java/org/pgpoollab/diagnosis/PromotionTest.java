package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;

/** Tests whether a standby is about to be promoted in a lab without a primary. */
class PromotionTest {

    @Test
    void withAllRepmgrdsPausedNobodyWillBe() {
        assertFindings("""
                ✗ no node is primary, and repmgrd will promote none
                  because  repmgrd is paused on pg-1 and pg-2; pg-1 and pg-2 are standbys; pg-0 does not answer
                  try      reconfigure
                  hence    repmgrd is paused on pg-1 and pg-2
                ✗ pg-0 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      reconfigure
                """, healthy().silent("pg-0").repmgrdPaused("pg-1").repmgrdPaused("pg-2"));
    }

    @Test
    void withoutAnyRepmgrdNobodyWillBe() {
        assertFindings("""
                ✗ no node is primary, and repmgrd will promote none
                  because  repmgrd runs on no standby; pg-1 is a standby; pg-0 does not answer
                  try      reconfigure
                ✗ pg-0 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      reconfigure
                ✗ repmgrd does not run on pg-1
                  because  pg-1 will not be promoted when the primary fails
                  try      start pg-1
                """, healthy(2, 3).silent("pg-0").repmgrdStopped("pg-1"));
    }

    @Test
    void oneRepmgrdThatRunsIsEnough() {
        assertTold("no node says that it is primary", healthy().silent("pg-0").repmgrdStopped("pg-1"));
    }

    @Test
    void halfOfTheStandbysAreNoMajority() {
        assertFindings("""
                ✗ no node is primary, and repmgrd will promote none
                  because  repmgrd needs a majority of the standbys, but only 2 of 4 answer; pg-1 and pg-2 are standbys; pg-0, pg-3 and pg-4 do not answer
                  try      reconfigure
                ✗ pg-0 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      reconfigure
                ✗ pg-3 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      reconfigure
                ✗ pg-4 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      reconfigure
                """, healthy(5, 3).silent("pg-0").silent("pg-3").silent("pg-4"));
    }

    @Test
    void anIsolatedStandbyIsSeenByNobody() {
        assertFindings("""
                ✗ no node is primary, and repmgrd will promote none
                  because  repmgrd needs a majority of the standbys, but only 1 of 2 answer; pg-1 and pg-2 are standbys; pg-0 does not answer
                  try      heal pg-2; reconfigure
                ✗ pg-0 does not answer: connection refused, for 4 s
                  because  all pgpools hold it up
                  try      heal pg-2; reconfigure
                """, healthy().silent("pg-0").fault("isolate pg-2"));
    }

    @Test
    void aStandbyThatRepmgrHasStruckOffDoesNotCount() {
        assertTold(
                "no node says that it is primary",
                healthy(4, 3).silent("pg-0").silent("pg-3").repmgrActive("pg-3", false));
    }

    @Test
    void aSinglePgpoolThatIsSilentMayWaitForAPrimary() {
        assertFindings("""
                ✗ pg-0 does not answer: connection refused, for 4 s
                  try      wait primary is known for 30s; rejoin pg-0
                  hence    no node says that it is primary
                  hence    pgpool-0 does not answer: timeout, for 3 s
                """, healthy(3, 1).silent("pg-0").silent("pgpool-0", "timeout", ago(3)));
    }

    private static void assertTold(String what, Given lab) {
        var told = Diagnosis.of(lab.state()).findings().stream()
                .map(finding -> finding.problem().what())
                .filter(text -> text.contains("primary"))
                .findFirst();

        assertEquals(Optional.of(what), told);
    }
}
