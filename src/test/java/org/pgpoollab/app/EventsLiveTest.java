package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the events of a real lab from a time when no program watched it. */
@Tag("live")
class EventsLiveTest {

    @TempDir
    Path state;

    private Program program;

    @BeforeEach
    void theMachineMustLetUs() {
        program = Live.program(state);
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void whatHappenedWhileNobodyLookedIsToldAndOnlyOnce() {
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
        program.run("events").mustBe(0);
        program.run("stop", "pg-0").mustBe(0);
        program.run("wait", "pg-1 is primary for 60s").mustBe(0);
        program.run("wait", "pool_nodes pg-0 is down on pgpool-0 for 60s").mustBe(0);

        var told = program.run("events").mustBe(0).output();

        assertTrue(told.contains("› stop pg-0"), told);
        assertTrue(told.contains("PostgreSQL on pg-0 received a stop request (fast)"), told);
        assertTrue(told.contains("pg-1 was promoted: it is primary now, on timeline 2"), told);
        var toldAgain = program.run("events").mustBe(0).output().lines().toList();
        told.lines().forEach(line -> assertEquals(1, Collections.frequency(toldAgain, line), line));
        assertTrue(program.run("events", "--output", "json").mustBe(0).output().contains("\"source\":\"log\""));
        program.run("down", "--yes").mustBe(0);
        program.run("events").mustBe(1);
    }
}
