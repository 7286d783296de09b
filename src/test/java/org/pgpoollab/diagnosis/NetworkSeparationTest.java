package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;

/** Tests that network faults between two nodes are removed before a repair that needs them to reach each other. */
class NetworkSeparationTest {

    @Test
    void aStandbyOfAnIsolatedPrimaryStreamsAgainWhenThePrimaryIsHealed() {
        assertRemedy(
                "heal pg-0; wait pg-1 is streaming for 30s; attach pg-1",
                "standby-not-streaming",
                healthy().notStreaming("pg-1").fault("isolate pg-0"));
    }

    @Test
    void anIsolatedStandbyOnAnOlderTimelineIsHealedBeforeItIsRepaired() {
        assertRemedy(
                "heal pg-1; reconfigure, or: heal pg-1; follow pg-1",
                "diverged-timeline",
                oldTimelineOfPg1().fault("isolate pg-1"));
    }

    @Test
    void ofACutOneEndIsHealed() {
        assertRemedy(
                "heal pg-0; reconfigure, or: heal pg-0; follow pg-1",
                "diverged-timeline",
                oldTimelineOfPg1().fault("cut pg-0 pg-1"));
    }

    @Test
    void whatStandsBetweenOthersIsLeftAlone() {
        for (var elsewhere : new String[] {"pause pg-2", "cut pg-1 pgpool-1", "cut pg-0 pg-2"}) {
            assertRemedy(
                    "reconfigure, or: follow pg-1",
                    "diverged-timeline",
                    oldTimelineOfPg1().fault(elsewhere));
        }
    }

    @Test
    void toReconfigureIsToRepairEveryNodeSoWhatStandsInTheWayOfAnyIsUndone() {
        assertRemedy(
                "heal pg-1; heal pgpool-0; resume pgpool-2; reconfigure, or: heal pg-1; heal pgpool-0;"
                        + " resume pgpool-2; follow pg-1",
                "diverged-timeline",
                oldTimelineOfPg1()
                        .fault("isolate pgpool-0")
                        .fault("pause pgpool-2")
                        .fault("isolate pg-1"));
    }

    private static Given oldTimelineOfPg1() {
        return healthy()
                .timeline("pg-0", 2)
                .timeline("pg-2", 2)
                .notStreaming("pg-1")
                .upstream("pg-1", "pg-0");
    }

    private static void assertRemedy(String expected, String check, Given lab) {
        var told = Diagnosis.of(lab.state()).findings().stream()
                .filter(finding -> finding.check().equals(check))
                .map(finding -> finding.problem().remedy())
                .findFirst()
                .orElse("");
        assertEquals(expected, told);
    }
}
