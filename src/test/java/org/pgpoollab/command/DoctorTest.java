package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.report.MachineReport;
import org.pgpoollab.report.MachineReport.EngineChecks;

class DoctorTest {

    private final Typing typing = new Typing();

    @Test
    void aMachineThatCanRunALabIsDone() {
        assertEquals(Exit.DONE, with(MachineCheck.met("kernel", "Linux")));
    }

    @Test
    void aMachineThatCannotIsSaidSoByTheStatusToo() {
        assertEquals(Exit.MISSING, with(MachineCheck.unmet("kernel", "none", "")));
        assertTrue(typing.text().contains("cannot run a lab"), typing.text());
    }

    private Exit with(MachineCheck check) {
        var checks = new EngineChecks("native", List.of(check));
        typing.session.machine = new MachineReport(List.of(checks), List.of());
        return typing.type("doctor");
    }
}
