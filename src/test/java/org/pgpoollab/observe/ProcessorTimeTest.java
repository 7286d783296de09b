package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.cluster.MachineLoad;

class ProcessorTimeTest {

    /** The measuring process runs as well and is not counted. */
    @ParameterizedTest
    @CsvSource({
        "100, 1, 2, 100",
        "100, 3, 2, 100",
        "100, 5, 2, 50",
        "100, 21, 2, 10",
        "150, 2, 1, 150",
        "5000, 1, 2, 100",
        "5000, 9, 2, 25",
    })
    void ofAStepThatMuchCouldBeHad(long took, int runnable, int processors, long granted) {
        assertEquals(Duration.ofMillis(granted), ProcessorTime.granted(Duration.ofMillis(took), runnable, processors));
    }

    @Test
    void theClockStandsStillWhileThisProcessDoesNotRun() {
        var time = new ProcessorTime();

        time.note(Duration.ofMillis(100), "0.50 0.40 0.30 2/300 4711", 2);
        time.note(Duration.ofSeconds(60), "0.50 0.40 0.30 2/300 4711", 2);

        assertEquals(Duration.ofMillis(200), time.available());
    }

    @Test
    void aMachineWithFiftyProcessesOnTwoProcessorsIsTooBusy() {
        var time = new ProcessorTime();
        for (var step = 0; step < 60; step++) {
            time.note(Duration.ofMillis(100), "3.10 0.40 0.30 51/300 4711", 2);
        }

        assertTrue(time.machine().isTooBusy());
        assertEquals(new MachineLoad(3.1, 2, Duration.ofSeconds(6), Duration.ofMillis(5760)), time.machine());
    }

    @Test
    void theStartOfAProgramMakesNoMachineTooBusy() {
        var time = new ProcessorTime();
        for (var step = 0; step < 20; step++) {
            time.note(Duration.ofMillis(100), "1.10 0.40 0.30 51/300 4711", 2);
        }

        assertFalse(time.machine().isTooBusy());
    }

    @Test
    void whereTheKernelTellsNothingTimeGoesAsItGoes() {
        var time = new ProcessorTime();

        time.note(Duration.ofMillis(100), "", 2);

        assertEquals(Duration.ofMillis(100), time.available());
        assertFalse(time.machine().isTooBusy());
    }
}
