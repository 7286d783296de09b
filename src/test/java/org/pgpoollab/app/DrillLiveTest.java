package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.report.Json;

/** Runs drills on a real lab with the program itself. It checks that outages end, not how long they last. */
@Tag("live")
@Tag("alone")
class DrillLiveTest {

    @TempDir
    Path state;

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(Program.withLabsIn(state));
    }

    @Test
    void aLabComesThroughItsDrillsAndAStorm() throws Exception {
        var program = Live.programUnderLoad(state);
        // Each failover restarts every child of every pgpool; with fewer children a slow machine can keep up.
        program.run("up", "--set", "pgpool.num_init_children=14").mustBe(0);

        losesThePrimary(program);
        switchesOver(program);
        weathersAStorm(program);
    }

    /** Runs a drill with a load that a slow machine can handle. */
    private static Program.Ended drill(Program program, String... words) {
        var line = new ArrayList<>(List.of("drill"));
        line.addAll(List.of(words));
        line.addAll(List.of("--clients", "2", "--writes", "25", "--reads", "25", "--output", "json"));
        return program.run(line.toArray(String[]::new));
    }

    private void losesThePrimary(Program program) throws Exception {
        var page = state.resolve("loss.html");
        var told = json(drill(program, "primary-loss", "--report", page.toString())
                .mustBe(0)
                .output());

        var run = (Map<?, ?>) ((List<?>) told.get("runs")).get(0);
        assertEquals("", run.get("missing"));
        assertTrue(Double.parseDouble(run.get("writeOutage").toString()) > 0.2, run.toString());
        assertTrue(Double.parseDouble(run.get("rejoin").toString()) > 0, run.toString());
        assertTrue(run.get("milestones").toString().contains("promoted"), run.toString());
        assertKept(told, false);
        assertTrue(Files.readString(page).contains("<svg"), "a drawing in " + page);
    }

    private void switchesOver(Program program) {
        var told = json(drill(program, "switchover").mustBe(0).output());

        assertKept(told, true);
    }

    private void weathersAStorm(Program program) {
        var told = json(drill(program, "storm", "--seed", "7", "--minutes", "1")
                .mustBe(0)
                .output());

        assertEquals("true", told.get("healthy").toString());
        assertKept(told, false);
        program.run("expect", "cluster is healthy").mustBe(0);
        assertTrue(program.run("load").mustBe(0).output().contains("no load")
                || program.run("load", "stop").mustBe(0).output().contains("nothing to do"));
    }

    /** @param all whether no acknowledged write may be lost; a lost primary may lose writes that no other node had */
    private static void assertKept(Map<String, Object> told, boolean all) {
        var verdict = (Map<?, ?>) told.get("verdict");
        assertEquals("true", verdict.get("known").toString(), verdict.toString());
        assertEquals("0", verdict.get("duplicated"), verdict.toString());
        assertEquals("0", verdict.get("unexplained"), verdict.toString());
        assertTrue(Long.parseLong(verdict.get("acknowledged").toString()) > 100, verdict.toString());
        if (all) {
            assertEquals("0", verdict.get("lost"), verdict.toString());
        }
    }

    private static Map<String, Object> json(String output) {
        return Json.object(output).orElseThrow(() -> new AssertionError(output));
    }
}
