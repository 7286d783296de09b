package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.engine.Shell.Ended;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

class MachineChecksTest {

    private static final FakeShell NOTHING_RUNS = command -> new Ended(127, "", "not found");

    @Test
    void onlyAProgramThatHasToBuildItselfSpeaksOfMaven() {
        assertEquals(1, linesOnMaven(Map.of()));
        assertEquals(0, linesOnMaven(Map.of("PGPOOL_LAB_EXAMPLES", "/usr/share/pgpool-lab/examples")));
    }

    private static long linesOnMaven(Map<String, String> environment) {
        return new MachineChecks(NOTHING_RUNS, environment)
                        .report(
                                Capacity.UNKNOWN,
                                LabFile.withoutFile(LabOptions.NONE).lab(),
                                TerminalLook.PLAIN)
                        .general()
                        .stream()
                        .filter(check -> check.subject().equals("Maven"))
                        .count();
    }
}
