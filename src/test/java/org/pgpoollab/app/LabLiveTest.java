package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.observe.Sessions;

/** Tests real servers on real hosts through the program's command line. After each test nothing may be left. */
@Tag("live")
class LabLiveTest {

    private static final String DRILL = """
            up
            pool_nodes --all
            watchdog_info
            stop pg-2
            wait pool_nodes pg-2 is down for 20s
            start pg-2
            wait pg-2 is streaming for 30s
            attach pg-2
            fill pg-2
            heal pg-2
            wait cluster is healthy for 30s
            expect pool_nodes pg-2 is up
            stop leader
            wait vip is held for 20s
            psql "select pg_is_in_recovery()"
            down --yes
            """;

    @TempDir
    Path state;

    private final ProcessShell shell = new ProcessShell();
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
    void aScriptDrillsALabFromUpToDown() throws IOException {
        var before = sharedMemory();

        var ended = program.script(DRILL);

        ended.mustBe(0);
        assertTrue(ended.output().contains(" f\n(1 row)"), ended.output());
        assertEquals(List.of(), program.labs());
        assertEquals(
                List.of(),
                sharedMemory().stream()
                        .filter(segment -> !before.contains(segment))
                        .toList());
    }

    /** Returns what servers have in the shared memory of this machine, where that of a killed PostgreSQL would stay. */
    private static List<String> sharedMemory() throws IOException {
        var segments = new ArrayList<String>();
        Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+")[1])
                .forEach(segments::add);
        try (var files = Files.list(Path.of("/dev/shm"))) {
            files.map(Path::toString)
                    .filter(name -> name.contains("PostgreSQL"))
                    .forEach(segments::add);
        }
        return segments;
    }

    /** The proof of an {@code up} writes; Pgpool-II would send a SELECT that writes to a standby, which refuses it. */
    private void assertNothingWrittenOnAStandby() {
        for (var standby : List.of("pg-1", "pg-2")) {
            var log = program.run("logs", standby).mustBe(0).output();
            assertFalse(log.contains("during recovery"), log);
        }
    }

    @Test
    void everydayCommandsTellTheTruthAndRefuseWithAReason() {
        program.run("up").mustBe(0);

        program.run("up").mustBe(0);
        assertNothingWrittenOnAStandby();
        assertTrue(program.run("status", "--output", "json")
                .mustBe(0)
                .output()
                .replace(" ", "")
                .contains("\"healthy\":true"));
        assertTrue(program.run("psql", "--output", "json", "select 41+1 as n")
                .mustBe(0)
                .output()
                .contains("42"));
        assertTrue(program.run("pcp", "pcp_node_count").mustBe(0).output().contains("3"));
        assertTrue(
                program.run("exec", "pg-1", "--", "hostname").mustBe(0).output().contains("pg-1"));
        assertTrue(program.run("connect", "--export").mustBe(0).output().contains("PGHOST=127.0.0.1"));
        assertTrue(program.run("logs", "pgpool-0").mustBe(0).output().contains("pgpool-0"));
        program.run("expect", "pg-1 is primary").mustBe(3);
        program.run("wait", "pg-1 is primary for 500ms").mustBe(3);
        program.run("stop", "pg-9").mustBe(2);
        program.run("psql", "select broken").mustBe(1);
        program.run("up", "--postgres", "2").mustBe(1);
        program.run("stop", "pg-2").mustBe(0);
        theMachineChangesItsAccounts();
        assertEquals(
                "postgres",
                program.run("exec", "pg-1", "--", "whoami").mustBe(0).output().strip());
        program.run("exec", "pg-1", "--", "psql", "-h", "pgpool", "-c", "select 1")
                .mustBe(0);
        program.run("pcp", "pcp_node_count").mustBe(0);
        var refused = program.run("attach", "pg-2").mustBe(1);
        assertTrue(refused.errors().contains("no streaming standby"), refused.errors());
        program.run("restart", "pgpool-2").mustBe(0);
        program.run("start", "pg-2").mustBe(0);
        program.run("wait", "pg-2 is streaming for 30s").mustBe(0);
        program.run("attach", "pg-2").mustBe(0);
        program.run("wait", "cluster is healthy for 30s").mustBe(0);
        var failed = program.script("status\nexpect pg-1 is primary\ndown --yes\n");
        failed.mustBe(3);
        assertTrue(failed.errors().contains("line 2"), failed.errors());
        program.run("down", "--yes").mustBe(0);
        program.run("down", "--yes").mustBe(0);
    }

    @Test
    void theVipMovesAndThePortStaysTheSame() {
        program.run("up", "--postgres", "2").mustBe(0);
        var before = program.run("connect", "--export").mustBe(0).output();

        var holder = holderOfTheVip();
        program.run("stop", "leader").mustBe(0);
        program.run("wait", "vip is held for 20s").mustBe(0);

        assertFalse(holderOfTheVip().equals(holder), holder);
        assertEquals(before, program.run("connect", "--export").mustBe(0).output());
        program.run("psql", "create table after_the_move ()").mustBe(0);
    }

    @Test
    void oneOfEachIsALabWithAVipToo() {
        program.run("up", "--postgres", "1", "--pgpool", "1").mustBe(0);

        program.run("expect", "vip is on pgpool-0").mustBe(0);
        program.run("restart", "pgpool-0").mustBe(0);
        program.run("psql", "select 1").mustBe(0);
    }

    @Test
    void twoLabsLiveSideBySide() {
        program.run("up", "--name", "one", "--postgres", "1", "--pgpool", "1").mustBe(0);
        program.run("up", "--name", "two", "--postgres", "1", "--pgpool", "1").mustBe(0);

        program.run("psql", "--lab", "one", "create table only_in_one ()").mustBe(0);

        program.run("psql", "--lab", "two", "select * from only_in_one").mustBe(1);
        var labs = program.run("list").mustBe(0).output();
        assertTrue(labs.contains("one") && labs.contains("two"), labs);
        program.run("down", "--lab", "one", "--yes").mustBe(0);
        program.run("psql", "--lab", "two", "select 1").mustBe(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"make 6 hosts", "make the data of pg-0", "start everything"})
    void aKillInTheMiddleOfUpLosesNothing(String step) throws IOException {
        kill(program.start("up"), step);

        var isComplete = step.equals("start everything");
        if (isComplete) {
            program.run("wait", "cluster is healthy for 60s").mustBe(0);
            program.run("psql", "create table kept ()").mustBe(0);
        } else {
            var told = program.run("diagnose").output();
            assertTrue(told.startsWith("✗ the first start of this lab was not completed"), told);
        }
        program.run("up").mustBe(0);
        program.run("psql", "select * from kept").mustBe(isComplete ? 0 : 1);
        program.run("up").mustBe(0);
        program.run("psql", "select 1").mustBe(0);
        program.run("down", "--yes").mustBe(0);
        assertEquals(List.of(), program.processes());
    }

    @Test
    void aKillInTheMiddleOfUpIsClearedAwayByDown() throws IOException {
        kill(program.start("up"), "make the data of pg-0");

        program.run("down", "--yes").mustBe(0);

        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs());
    }

    @Test
    void whoeverComesWhileALabIsBeingMadeIsSentAway() throws Exception {
        var up = program.start("up");
        readUntil(up, "make 6 hosts");

        var second = program.run("up").mustBe(1);
        var down = program.run("down", "--yes").mustBe(1);

        assertTrue(second.errors().contains("process " + up.pid()), second.errors());
        assertTrue(down.errors().contains("process " + up.pid()), down.errors());
        readUntil(up, "prove that it works");
        assertEquals(0, up.waitFor());
    }

    @Test
    void anInterruptInTheMiddleOfUpLeavesNothing() throws Exception {
        var up = program.start("up");
        readUntil(up, "make the data of pg-0");

        shell.run(Command.of("kill", "-INT", String.valueOf(up.pid())));

        assertEquals(130, up.waitFor());
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs());
    }

    /** Only a lab of namespaces has a process that holds it. */
    @Test
    @Tag("native")
    void aHolderKilledFromOutsideIsNoticedAndItsLabComesBackWithItsData() throws IOException {
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
        program.run("psql", "create table kept as select 42 as n").mustBe(0);
        var holder = Files.readString(state.resolve("pgpool-lab/default/.native/unshare.pid"))
                .strip();

        shell.run(Command.of("kill", "-KILL", holder));

        var silent = program.run("status");
        silent.mustBe(1);
        assertTrue(silent.errors().contains("not running"), silent.errors());
        program.run("up").mustBe(0);
        assertTrue(program.run("psql", "select n from kept").mustBe(0).output().contains("42"));
    }

    @Test
    void twoHundredConnectionsAtATimeAreServed() throws Exception {
        program.run("up", "--postgres", "2", "--pgpool", "1", "--set", "pgpool.num_init_children=210")
                .mustBe(0);
        var variables = program.run("connect", "--export").mustBe(0).output();
        var gate = new Endpoint("127.0.0.1", Integer.parseInt(value(variables, "PGPORT")));
        var password = value(Files.readString(Path.of(value(variables, "PGPASSFILE"))), "admin");
        var threads = Executors.newFixedThreadPool(200);
        var open = new ArrayList<Callable<java.sql.Connection>>();
        for (var i = 0; i < 200; i++) {
            open.add(() -> Sessions.open(gate, "admin", "admin", password, Duration.ofMinutes(1)));
        }

        var sessions = threads.invokeAll(open);

        for (var session : sessions) {
            try (var statement = session.get().createStatement();
                    var row = statement.executeQuery("select 1")) {
                assertTrue(row.next());
            }
        }
        for (var session : sessions) {
            session.get().close();
        }
        threads.shutdown();
    }

    /** An ordinary user may use Docker only as a member of its group, which a test must not grant. */
    @Test
    @Tag("native")
    void anOrdinaryUserHasTheSame() throws IOException {
        if (!"0".equals(shell.run(Command.of("id", "-u")).output().strip())) {
            Live.skip("this is an ordinary user already: all other tests run as one");
        }
        var user = "pgpool-lab-test";
        shell.run(Command.of("useradd", "--no-create-home", user));
        var home = Files.createTempDirectory(Path.of("/tmp"), "pgpool-lab-user");
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            shell.run(Command.of(
                    "cp",
                    "-r",
                    Program.jar().toString(),
                    Program.jar().resolveSibling("lib").toString(),
                    home.toString()));
            shell.run(Command.of("chown", "-R", user, home.toString()));
            var hers = Program.ofUser(user, home, home.resolve("pgpool-lab.jar"));

            hers.script(DRILL).mustBe(0);

            assertEquals(List.of(), hers.processes());
            assertEquals(List.of(), hers.labs());
        } finally {
            shell.run(Command.of("rm", "-rf", home.toString()));
            shell.run(Command.of("userdel", user));
        }
    }

    @Test
    @Tag("native")
    void withoutNamespacesItSaysWhatForbidsThem() {
        var inside = "echo 0 >/proc/sys/user/max_user_namespaces; exec \"$@\"";
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var ended = shell.run(Command.of(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "sh",
                        "-c",
                        inside,
                        "sh",
                        java,
                        "-jar",
                        Program.jar().toString(),
                        "--engine",
                        "native",
                        "up")
                .with("XDG_STATE_HOME", state.toString())
                .within(Duration.ofMinutes(2)));

        assertEquals(4, ended.status(), ended.errors());
        assertTrue(ended.errors().contains("namespaces"), ended.errors());
        assertFalse(ended.errors().contains("Exception"), ended.errors());
    }

    /** Replaces the machine's /etc/passwd and /etc/group, as every change of its users does. Only root can; others test nothing here. */
    private void theMachineChangesItsAccounts() {
        shell.run(Command.of("useradd", "--no-create-home", "pgpool-lab-other"));
        shell.run(Command.of("userdel", "pgpool-lab-other"));
    }

    private String holderOfTheVip() {
        return Stream.of("pgpool-0", "pgpool-1", "pgpool-2")
                .filter(pool -> program.run("expect", "vip is on " + pool).status() == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String value(String text, String name) {
        var matcher = Pattern.compile(Pattern.quote(name) + "[=:](\\S+)").matcher(text);
        assertTrue(matcher.find(), name + " in " + text.replaceAll(":[^:]*$", ":…"));
        return matcher.group(1);
    }

    private static void kill(Process process, String step) throws IOException {
        readUntil(process, step);
        process.destroyForcibly().onExit().join();
    }

    /** Reads the progress output up to this step. */
    private static void readUntil(Process process, String step) throws IOException {
        var reader = process.errorReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(step)) {
                return;
            }
        }
        throw new AssertionError("the program ended before: " + step);
    }
}
