package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Await;
import org.pgpoollab.report.Json;

/** Tests real clients on a real lab that loses its primary. All tests share one lab, because starting it takes the most time. */
@Tag("live")
@Tag("alone")
class LoadLiveTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(40);

    /** Turns on synchronous replication: every acknowledged write is on a standby too, so none may be lost. */
    private static final String SYNCHRONOUS = """
            psql --on pg-0 "ALTER SYSTEM SET synchronous_standby_names = '*'"
            psql --on pg-1 "ALTER SYSTEM SET synchronous_standby_names = '*'"
            psql --on pg-2 "ALTER SYSTEM SET synchronous_standby_names = '*'"
            psql --on pg-0 "SELECT pg_reload_conf()"
            psql --on pg-1 "SELECT pg_reload_conf()"
            psql --on pg-2 "SELECT pg_reload_conf()"
            """;

    @TempDir
    Path state;

    private Program program;

    @BeforeEach
    void theMachineMustLetUs() {
        program = Live.programUnderLoad(state);
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void aLoadOutlivesThePrimaryAndEveryProgramAndIsGoneWithTheLab() throws IOException {
        // Each failover restarts every child of every pgpool; with fewer children a slow machine can keep up.
        program.run("up", "--set", "pgpool.num_init_children=16").mustBe(0);
        program.script(SYNCHRONOUS).mustBe(0);

        assertTrue(program.run("load").mustBe(0).output().contains("there is no load"));

        program.run("load", "start", "--writes", "25", "--reads", "25").mustBe(0);

        assertTrue(program.run("load", "start").mustBe(1).errors().contains("a load runs already"));

        aPrimaryIsLostAndNoWriteIs();
        aLoadThatIsKilledLeavesAReportAndRoomForTheNext();
        aLoadOnALabThatIsDownIsAProblemAndLeavesNothing();
        downEndsTheLoadFirst();
    }

    private void aPrimaryIsLostAndNoWriteIs() {
        program.run("kill", "primary", "--process", "postgres").mustBe(0);
        program.run("wait", "pg-1 is primary for 40s").mustBe(0);
        assertTrue(Await.until(this::isWriting, TIME_LIMIT, Duration.ofMillis(500)));
        program.run("load", "stop").mustBe(0);

        var report = report();
        var verdict = object(report, "verdict");
        var disturbances = (List<?>) report.get("disturbances");

        assertEquals(true, verdict.get("known"), verdict::toString);
        assertEquals("0", verdict.get("lost"), verdict::toString);
        assertEquals("0", verdict.get("duplicated"), verdict::toString);
        assertEquals("0", verdict.get("unexplained"), verdict::toString);
        assertEquals(number(verdict, "acknowledged") + number(verdict, "arrived"), rowsThere());
        assertTrue(longestOutage(disturbances) > 0.5, disturbances::toString);
        assertTrue(disturbances.toString().contains("promoted"), disturbances::toString);
    }

    private void aLoadThatIsKilledLeavesAReportAndRoomForTheNext() throws IOException {
        program.run("load", "start", "--writes", "50").mustBe(0);
        var note = state.resolve("pgpool-lab/default/load/process");
        var pid = Long.parseLong(Files.readString(note).split(" ")[0]);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertTrue(Await.until(() -> ProcessHandle.of(pid).isEmpty(), TIME_LIMIT));
        assertTrue(program.run("load").mustBe(0).output().contains("its process was killed"));

        var verdict = object(report(), "verdict");

        assertEquals("0", verdict.get("lost"), verdict::toString);
        assertEquals("0", verdict.get("unexplained"), verdict::toString);
        program.run("load", "start").mustBe(0);
        program.run("load", "stop").mustBe(0);
    }

    private void aLoadOnALabThatIsDownIsAProblemAndLeavesNothing() {
        program.run("load", "start").mustBe(0);
        program.run("stop", "all").mustBe(0);

        assertTrue(Await.until(() -> !isWriting(), TIME_LIMIT, Duration.ofMillis(500)));
        assertTrue(program.run("load").mustBe(0).output().contains("no write goes through"));

        program.run("load", "stop").mustBe(0);
        var refused = program.run("load", "start").mustBe(1).errors();

        assertTrue(refused.contains("no write went through within"), refused);
        assertEquals(List.of(), loads());
        assertTrue(program.run("load", "report").mustBe(0).output().contains("is not known: no primary answers"));
        program.run("down", "--yes").mustBe(0);
    }

    /** Uses a lab of two nodes, which starts quickly. */
    private void downEndsTheLoadFirst() {
        program.run("up", "--postgres", "1", "--pgpool", "1").mustBe(0);
        program.run("load", "start").mustBe(0);

        assertEquals(1, loads().size());

        program.run("down", "--yes").mustBe(0);

        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs());
    }

    private List<String> loads() {
        return program.processes().stream()
                .filter(line -> line.contains(LoadProcessMain.class.getName()))
                .toList();
    }

    private boolean isWriting() {
        var loadStatus = json(program.run("load", "--output", "json").output());
        return Long.parseLong(String.valueOf(loadStatus.getOrDefault("acknowledgedLastSecond", "0"))) > 0;
    }

    private Map<String, Object> report() {
        return json(program.run("load", "report", "--output", "json").mustBe(0).output());
    }

    /** Counts the rows by SQL, independently of the report. */
    private long rowsThere() {
        var told = program.run("psql", "--on", "primary", "SELECT count(DISTINCT (run, number)) FROM pgpool_lab_load")
                .mustBe(0)
                .output();
        return told.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]+"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static double longestOutage(List<?> disturbances) {
        return disturbances.stream()
                .map(disturbance -> String.valueOf(((Map<?, ?>) disturbance).get("writeOutage")))
                .filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(0);
    }

    private static Map<String, Object> json(String text) {
        return Json.object(text.strip()).orElseThrow(() -> new AssertionError(text));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.get(name);
    }

    private static long number(Map<String, Object> tree, String name) {
        return Long.parseLong(String.valueOf(tree.get(name)));
    }
}
