package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.report.MachineReport.EngineChecks;

class MachineReportTest {

    private static final EngineChecks NATIVE = new EngineChecks(
            "native",
            List.of(MachineCheck.met("kernel", "Linux 6"), MachineCheck.limited("delay", "none", "modprobe x")));
    private static final EngineChecks COMPOSE =
            new EngineChecks("compose", List.of(MachineCheck.unmet("daemon", "no answer", "systemctl start docker")));
    private static final List<MachineCheck> MEMORY = List.of(MachineCheck.met("memory", "2 GB free"));

    @Test
    void eachCheckHasItsResultAndItsRemedyBelow() {
        var report = new MachineReport(List.of(NATIVE, COMPOSE), MEMORY);

        assertEquals("""
                engine native: can run a lab
                  ● kernel  Linux 6
                  ▲ delay   none
                            try modprobe x
                engine compose: cannot run a lab
                  ✗ daemon  no answer
                            try systemctl start docker
                this machine and terminal
                  ● memory  2 GB free
                """, String.join("\n", report.lines(TerminalLook.PLAIN)) + "\n");
    }

    @Test
    void oneEngineIsEnough() {
        assertTrue(new MachineReport(List.of(NATIVE, COMPOSE), MEMORY).canRunALab());
        assertFalse(new MachineReport(List.of(COMPOSE), MEMORY).canRunALab());
    }

    @Test
    void noEngineHelpsWhereMemoryIsLacking() {
        var lacking = List.of(MachineCheck.unmet("memory", "20 MB free", ""));

        assertFalse(new MachineReport(List.of(NATIVE), lacking).canRunALab());
    }

    @Test
    void programsReadTheSame() {
        var json = Json.text(new MachineReport(List.of(COMPOSE), List.of()).json());

        assertTrue(json.contains("\"canRunALab\" : false"), json);
        assertTrue(json.contains("\"result\" : \"unmet\""), json);
        assertTrue(json.contains("\"remedy\" : \"systemctl start docker\""), json);
    }
}
