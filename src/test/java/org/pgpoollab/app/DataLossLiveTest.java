package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that nothing is discarded that was not shown and agreed to, and that a failed repair leaves the data as it was. All tests
 * share one lab.
 */
@Tag("live")
class DataLossLiveTest {

    private static final List<String> NODES = List.of("pg-0", "pg-1", "pg-2");

    @TempDir
    static Path state;

    private static Program program;

    @BeforeAll
    static void aLabIsUp() {
        program = Live.program(state);
        program.run("up").mustBe(0);
        program.run("psql", "create table kept (x int)").mustBe(0);
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
    void whatOneOfTwoTimelinesOfOneNumberHasIsToldByItsRowsAndByTheLedger() {
        program.run("load", "start", "--clients", "1", "--writes", "20", "--reads", "0")
                .mustBe(0);
        program.run("load", "stop").mustBe(0);
        var standbys = standbys();
        var chosen = standbys.get(0);
        var other = standbys.get(1);
        program.run("promote!", chosen).mustBe(0);
        program.run("psql", "--on", chosen, "insert into kept values (1)").mustBe(0);
        program.run("psql", "--on", chosen, "delete from pgpool_lab_load").mustBe(0);
        program.run("promote!", other).mustBe(0);
        program.run("psql", "--on", other, "insert into kept select generate_series(1, 37)")
                .mustBe(0);

        var told = program.told("reconfigure", "--primary", chosen, "--dry-run")
                .mustBe(0)
                .output();

        assertTrue(told.contains("reclone " + other), told);
        assertTrue(told.contains("kept in admin: 37 rows inserted"), told);
        assertTrue(
                Pattern.compile("; [1-9][0-9]* acknowledged writes? of the load (is|are) not on " + chosen)
                        .matcher(told)
                        .find(),
                told);
        assertTrue(
                Pattern.compile("only " + other + " has: [1-9][0-9]* transactions? ")
                        .matcher(told)
                        .find(),
                told);
        program.run("recover", "--yes").mustBe(0);
    }

    @Test
    void aStandbyThatWasMadeAPrimaryOnItsTimelineIsNotDiscardedUnasked() {
        var node = standbys().get(0);
        program.run("stop", node).mustBe(0);
        program.run("exec", node, "--", "rm", "/run/lab/data/standby.signal").mustBe(0);
        program.run("start", "--force", node).mustBe(0);
        program.run("psql", "--on", node, "create table own as select 1 as x").mustBe(0);

        assertTrue(program.run("diagnose").output().contains("reclone " + node));
        assertTrue(program.run("rejoin", node, "--yes").mustBe(1).errors().contains("cannot be rewound"));
        var refused = program.run("reclone", node).mustBe(2).errors();

        assertTrue(refused.contains("try      reclone " + node + " --yes"), refused);
        program.run("psql", "--on", node, "select x from own").mustBe(0);
        var told = program.told("reclone", node, "--yes").mustBe(0).output();
        assertTrue(told.contains("is kept in /run/lab/data.old"), told);
        assertTrue(Files.exists(directory(node).resolve("data.old/global/pg_control")));
        program.run("exec", node, "--", "sh", "/run/lab/data.sh", "forget").mustBe(0);
        assertFalse(Files.exists(directory(node).resolve("data.old")));
    }

    @Test
    void whatAnOldPrimaryWroteShortlyAfterASegmentThatEndedEarlyIsCounted() {
        var chosen = standbys().get(0);
        program.run("psql", "select pg_switch_wal()").mustBe(0);
        program.run("psql", "insert into kept values (0)").mustBe(0);
        program.run("promote!", chosen).mustBe(0);
        program.run("psql", "insert into kept select generate_series(1, 29)").mustBe(0);

        var told = program.told("reconfigure", "--primary", chosen, "--dry-run")
                .mustBe(0)
                .output();

        assertTrue(told.contains("kept in admin: 29 rows inserted"), told);
        program.run("recover", "--yes").mustBe(0);
    }

    @Test
    void aTablespaceOutsideOfTheDataComesAlong() {
        NODES.forEach(node ->
                program.run("exec", node, "--", "mkdir", "-p", "/run/lab/space").mustBe(0));
        program.run("psql", "create tablespace space location '/run/lab/space'").mustBe(0);
        program.run("psql", "create table far tablespace space as select 5 as x")
                .mustBe(0);
        var node = standbys().get(0);

        program.run("reclone", node, "--yes").mustBe(0);
        program.run("reclone", node, "--yes").mustBe(0);

        assertTrue(program.run("psql", "--on", node, "select x from far")
                .mustBe(0)
                .output()
                .contains("5"));
        assertTrue(Files.exists(directory(node).resolve("space.old")));
    }

    @Test
    void withAWrongPasswordNothingIsTouchedAndReconfigureSetsItRight() {
        var node = standbys().get(0);
        program.run("psql", "alter role repmgr password 'wrong'").mustBe(0);
        program.run("restart", node).mustBe(0);

        var refused = program.run("reclone", node, "--yes").mustBe(1).errors();

        assertTrue(refused.contains("password authentication failed"), refused);
        assertTrue(refused.contains("not done: copy the data"), refused);
        program.run("psql", "--on", node, "select 1").mustBe(0);
        var told = program.told("reconfigure", "--yes").mustBe(0).output();
        assertTrue(told.contains("restore the roles on "), told);
    }

    @Test
    void aRewindThatIsKilledPutsBackWhatWasThere() throws Exception {
        var old = lostPrimary();
        var catcher = Rewinds.signalWhenItRuns(program, old, "KILL");

        program.run("rejoin", old, "--yes").mustBe(1);

        catcher.join();
        assertFalse(Files.exists(directory(old).resolve("rewinding")));
        program.run("rejoin", old, "--yes").mustBe(0);
    }

    @Test
    void aNodeThatIsHalfRewoundIsNotStartedButRewoundAgain() throws Exception {
        var old = lostPrimary();
        var catcher = Rewinds.signalWhenItRuns(program, old, "STOP");
        var rejoin = program.start("rejoin", old, "--yes");
        catcher.join();
        rejoin.destroyForcibly().waitFor();
        program.run("kill", old).mustBe(0);

        var refused = program.run("start", old).mustBe(1).errors();

        assertTrue(refused.contains("must not be started as it is"), refused);
        assertTrue(refused.contains("try      rejoin " + old), refused);
        program.run("rejoin", old, "--yes").mustBe(0);
        program.run("psql", "--on", old, "select count(*) from kept").mustBe(0);
    }

    @Test
    void aStandbyThatIsAheadOfItsPrimaryIsAFinding() {
        var node = standbys().get(0);
        program.run("stop", node).mustBe(0);
        program.run("exec", node, "--", "rm", "/run/lab/data/standby.signal").mustBe(0);
        program.run("start", "--force", node).mustBe(0);
        program.run("psql", "--on", node, "create table ahead (x int)").mustBe(0);
        program.run("stop", node).mustBe(0);
        program.run("exec", node, "--", "touch", "/run/lab/data/standby.signal").mustBe(0);
        program.run("start", node).mustBe(0);

        assertEquals(0, program.run("wait", "cluster is not healthy for 10s").status());
        var found = program.run("diagnose").output();
        assertTrue(found.contains(node + " is ahead of its primary"), found);
        assertTrue(program.run("attach", node).mustBe(1).errors().contains("try      reclone " + node));
        program.run("reclone", node, "--yes").mustBe(0);
    }

    private static String lostPrimary() {
        var old = primary();
        program.run("kill", "--process", "postgres", old).mustBe(0);
        program.run("wait", "primary is known for 40s").mustBe(0);
        program.run("wait", "pool_nodes " + old + " is down for 30s").mustBe(0);
        return old;
    }

    private static Path directory(String node) {
        return state.resolve("pgpool-lab/default").resolve(node);
    }

    private static List<String> standbys() {
        var primary = primary();
        return NODES.stream().filter(node -> !node.equals(primary)).toList();
    }

    private static String primary() {
        return NODES.stream()
                .filter(node -> program.run("expect", node + " is primary").status() == 0)
                .findFirst()
                .orElseThrow();
    }

    /** Sends a signal to pg_rewind while it runs. */
    private static final class Rewinds {

        private Rewinds() {}

        static Thread signalWhenItRuns(Program program, String node, String signal) {
            var line = "i=0; while [ $i -lt 6000 ]; do"
                    + " for p in /proc/[0-9]*; do case \"$(cat $p/comm 2>/dev/null)\" in pg_rewind)"
                    + " kill -" + signal + " ${p#/proc/} && exit 0;; esac; done; sleep 0.01; i=$((i+1)); done; exit 1";
            var thread = new Thread(() -> program.run("exec", node, "--", "sh", "-c", line));
            thread.start();
            return thread;
        }
    }
}
