package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the next repair completes a repair that was interrupted at any step. */
@Tag("live")
class InterruptedRepairLiveTest {

    @TempDir
    static Path state;

    private static Program program;

    @BeforeAll
    static void aLabIsUp() {
        program = Live.program(state);
        program.run("up").mustBe(0);
    }

    @AfterAll
    static void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    /** The last case but two interrupts the rewind, which continues when its caller is gone. */
    @ParameterizedTest(name = "{1} after: {0}")
    @CsvSource({
        "ensure that the hosts are on, KILL",
        "stop pg-, INT",
        "ensure that repmgr has, KILL",
        "ensure that repmgr has, INT",
        "rewind pg-, KILL",
        "attach pg-, INT"
    })
    void theNextRepairGoesOnFromThere(String step, String signal) {
        program.run("expect", "cluster is healthy").mustBe(0);
        program.run("kill", "--process", "postgres", "primary").mustBe(0);
        program.run("wait", "primary is known for 40s").mustBe(0);

        program.breakOff(step, signal, "reconfigure", "--yes");
        program.run("reconfigure", "--yes").mustBe(0);

        program.run("expect", "cluster is healthy").mustBe(0);
        assertEquals(List.of(), Diagnosed.by(program).ofLab());
    }
}
