package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests faults during a repair, and labs without a node to repair from. Each test begins and ends with a healthy lab. */
@Tag("live")
class BadLuckLiveTest {

    private static final List<String> NODES = List.of("pg-0", "pg-1", "pg-2");

    /** Stops a child of a pgpool by a signal; the pgpool waits for its children when it ends. */
    private static final String FREEZE_A_CHILD = "for p in /proc/[0-9]*; do"
            + " grep -q 'wait for connection' $p/cmdline && kill -STOP ${p#/proc/} && exit; done; exit 1";

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
        stopAll();

        var told = program.run("reconfigure", "--yes").mustBe(0).output();

        assertTrue(told.contains("start " + last), told);
        program.run("expect", last + " is primary").mustBe(0);
    }

    @Test
    void aPgpoolThatDoesNotStopAtOnceIsKilled() {
        program.run("exec", "pgpool-1", "--", "sh", "-c", FREEZE_A_CHILD).mustBe(0);

        var told = program.told("restart", "--mode", "immediate", "pgpool-1")
                .mustBe(0)
                .output();

        assertTrue(told.contains("Pgpool-II on pgpool-1 does not stop: killed"), told);
        program.run("recover", "--yes").mustBe(0);
    }

    @Test
    void whatIsFoundToBeLostOnlyLaterIsNotDiscardedUnasked() {
        var old = primary();
        program.run("psql", "create table if not exists late (x int)").mustBe(0);
        program.run("isolate", old).mustBe(0);
        successorOf(old);
        program.run("psql", "--on", old, "insert into late values (1)").mustBe(0);
        program.run("heal").mustBe(0);
        stopAll();

        var refused = program.run("recover").mustBe(2).errors();

        assertTrue(refused.contains("only " + old + " has: "), refused);
        assertTrue(refused.contains("try      recover --yes"), refused);
        program.run("recover", "--yes").mustBe(0);
    }

    @Test
    void ofTwoRepairsAtOnceExactlyOneWorksAndTheOtherSaysWhoDoes() throws Exception {
        program.run("kill", "pg-2").mustBe(0);
        var other = CompletableFuture.supplyAsync(() -> program.run("reconfigure", "--yes"));

        var both = List.of(program.run("recover", "--yes"), other.get());

        assertEquals(
                List.of(0, 1), both.stream().map(Program.Ended::status).sorted().toList(), both::toString);
        var refused = both.stream().filter(ended -> ended.status() == 1).findFirst();
        assertTrue(refused.orElseThrow().errors().contains(" is at work: re"), both::toString);
    }

    /** Stops all nodes by one command: between several commands, a remaining repmgrd would promote its node. */
    private static void stopAll() {
        program.run("stop", "pg-0", "pg-1", "pg-2").mustBe(0);
    }

    private static String primary() {
        return primaryAmong(NODES).orElseThrow();
    }

    /** Returns another node that says that it is primary; one appears within a minute. */
    private static String successorOf(String old) {
        var others = NODES.stream().filter(node -> !node.equals(old)).toList();
        var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        var successor = primaryAmong(others);
        while (successor.isEmpty() && System.nanoTime() < end) {
            successor = primaryAmong(others);
        }
        return successor.orElseThrow();
    }

    private static Optional<String> primaryAmong(List<String> nodes) {
        return nodes.stream()
                .filter(node -> program.run("expect", node + " is primary").status() == 0)
                .findFirst();
    }
}
