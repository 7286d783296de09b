package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Saves one lab while it is healthy and while it is in trouble, and goes back and forth between the two. */
@Tag("live")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SavesLiveTest {

    @TempDir
    private Path state;

    private Program program;

    @BeforeEach
    void aProgram() {
        program = Live.program(state);
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void aLabComesBackAsItWasWithItsDataRolesBeliefsAndFaults() throws Exception {
        program.run("up").mustBe(0);
        program.run("psql", "create table kept as select generate_series(1, 100) as n")
                .mustBe(0);
        var refused = program.run("restore", "well").mustBe(1).errors();
        assertTrue(refused.contains("has no save 'well'"), refused);

        program.run("save", "well").mustBe(0);
        program.run("psql", "delete from kept where n > 10").mustBe(0);
        inTrouble();
        program.run("save", "ill").mustBe(0);
        program.run("recover", "--yes").mustBe(0);
        program.run("psql", "insert into kept values (1000)").mustBe(0);

        program.run("restore", "ill", "--yes").mustBe(0);
        asInTrouble();

        program.run("restore", "well").mustBe(2);
        program.run("restore", "well", "--yes").mustBe(0);
        program.run("-c", "expect cluster is healthy; expect pg-0 is primary").mustBe(0);
        assertEquals("100", rows());
        assertEquals(
                "nothing is broken on purpose", program.run("faults").output().strip());

        theOneThatIsInTheWayIsAskedFor();
        aRestoreThatWasKilledLosesNothing();
    }

    /** The old primary is off, another was promoted, a backend is detached, and a pgpool is cut off from all others. */
    private void inTrouble() {
        program.run("kill", "pg-0").mustBe(0);
        program.run("wait", "primary is known for 30s").mustBe(0);
        program.run("wait", "pool_nodes pg-0 is down for 60s").mustBe(0);
        var standby = primary().equals("pg-1") ? "pg-2" : "pg-1";
        program.run("wait", standby + " is streaming for 30s").mustBe(0);
        program.run("detach", standby, "--force").mustBe(0);
        program.run("isolate", "pgpool-2").mustBe(0);
    }

    private void asInTrouble() {
        var faults = program.run("faults").mustBe(0).output();
        assertTrue(faults.contains("isolate pgpool-2") && faults.contains("kill pg-0"), faults);
        assertFalse(primary().equals("pg-0"));
        var standby = primary().equals("pg-1") ? "pg-2" : "pg-1";
        program.run("expect", standby + " is streaming").mustBe(0);
        for (var pool : new String[] {"pgpool-0", "pgpool-1"}) {
            var beliefs = program.run("pool_nodes", "--on", pool).mustBe(0).output();
            assertEquals(
                    2, beliefs.lines().filter(line -> line.contains(" down ")).count(), beliefs);
        }
        assertEquals("10", rows());
    }

    private void theOneThatIsInTheWayIsAskedFor() {
        var asked = program.run("save", "well").mustBe(2).errors();
        assertTrue(asked.contains("Replace the save well"), asked);
        program.run("save", "well", "--yes").mustBe(0);
        var listed = program.run("saves").mustBe(0).output();
        assertTrue(listed.contains("well") && listed.contains("ill") && listed.contains("healthy"), listed);
        program.run("saves", "remove", "ill", "--yes").mustBe(0);
        assertFalse(program.run("saves").output().contains("ill "));
        var json = program.run("saves", "--output", "json").mustBe(0).output();
        assertTrue(json.contains("\"healthy\" : true"), json);
        assertTrue(program.run("events").output().contains("restore well"));
        var end = program.run("down").mustBe(2).errors();
        assertTrue(end.contains("remove all its data and its save"), end);
    }

    /** Whatever the restore had exchanged when it was killed: what is advised brings back what was there before it. */
    private void aRestoreThatWasKilledLosesNothing() {
        program.run("psql", "insert into kept select generate_series(1, 7)").mustBe(0);
        program.breakOff("end all processes", "KILL", "restore", "well", "--yes");

        var told = program.run("status").mustBe(1).errors();
        var advice = told.substring(told.indexOf("  try      ") + "  try      ".length());
        program.run((advice.substring(0, advice.indexOf(',')) + " --yes").split(" "))
                .mustBe(0);

        program.run("expect", "cluster is healthy").mustBe(0);
        assertEquals("107", rows());
        assertEquals(List.of(), leftBehind());
    }

    private List<String> leftBehind() {
        try (var all = Files.list(state.resolve("pgpool-lab/default/.saves"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the primary as far as it answers. */
    private String primary() {
        var nodes = program.run("nodes").output();
        return nodes.lines()
                .filter(line -> line.matches("pg-[0-9]+ +\\S+ primary .*"))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError(nodes));
    }

    private String rows() {
        var table = program.run("psql", "select count(*) from kept").mustBe(0).output();
        return table.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]+"))
                .findFirst()
                .orElseThrow();
    }
}
