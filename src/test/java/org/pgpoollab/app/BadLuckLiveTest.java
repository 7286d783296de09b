package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a repair itself fail, or leaves nobody to repair with. Each test begins and ends with a healthy lab. */
@Tag("live")
class BadLuckLiveTest {

    private static final List<String> NODES = List.of("pg-0", "pg-1", "pg-2");

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

    @AfterEach
    void theLabIsHealthy() {
        program.run("expect", "cluster is healthy").mustBe(0);
    }

    @Test
    void aFaultWhoseImposingWasBrokenOffIsImposedByTheNextCommand() {
        program.breakOff("note the fault", "KILL", "isolate", "pg-2");

        assertTrue(program.run("faults").mustBe(0).output().contains("isolate pg-2"));

        program.run("isolate", "pg-2").mustBe(0);
        program.run("wait", "pg-2 is not streaming for 30s").mustBe(0);
        program.run("heal").mustBe(0);
        program.run("recover", "--yes").mustBe(0);
    }

    @Test
    void aNodeWhoseDiskIsFullComesBackWhenThereIsRoomAgain() {
        var full = primary();
        program.run("fill", full).mustBe(0);
        program.run("kill", "--process", "postgres", full).mustBe(0);
        program.run("wait", "primary is known for 40s").mustBe(0);

        var refused = program.run("reconfigure", "--yes").mustBe(1).errors();

        assertTrue(refused.contains("No space left on device"), refused);
        assertTrue(refused.contains("heal " + full), refused);

        program.run("heal", full).mustBe(0);
        program.run("reconfigure", "--yes").mustBe(0);
    }

    @Test
    void ofNodesThatAreAllDownTheLastPrimaryIsStartedFirst() {
        program.run("kill", "--process", "postgres", "primary").mustBe(0);
        program.run("wait", "primary is known for 40s").mustBe(0);
        var last = primary();
        NODES.forEach(node -> program.run("stop", node));

        var told = program.run("reconfigure", "--yes").mustBe(0).output();

        assertTrue(told.contains("start " + last), told);
        program.run("expect", last + " is primary").mustBe(0);
    }

    private static String primary() {
        return NODES.stream()
                .filter(node -> program.run("expect", node + " is primary").status() == 0)
                .findFirst()
                .orElseThrow();
    }
}
