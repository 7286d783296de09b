package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Tests the full screen as a user sees it: on a terminal, started by the launcher, with a real lab. */
@Tag("live")
@Tag("alone")
class ScreenLiveTest {

    private static final String LAUNCHER =
            Path.of("pgpool-lab").toAbsolutePath().toString();

    /** The directory of the lab that most tests share, of two PostgreSQL nodes and one Pgpool-II node. */
    @TempDir
    static Path shared;

    private Tmux tmux;

    @BeforeAll
    static void aLabRuns() {
        var program = Live.program(shared);
        if (!Tmux.isInstalled()) {
            Live.skip("there is no tmux: apt-get install tmux");
        }
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
    }

    @AfterAll
    static void nothingIsLeft() {
        nothingIsLeftIn(shared);
    }

    private static void nothingIsLeftIn(Path state) {
        Live.leaveNothing(Program.withLabsIn(state));
    }

    @BeforeEach
    void aTerminal() {
        tmux = new Tmux(shared);
    }

    @AfterEach
    void noTerminal() {
        tmux.close();
    }

    @Test
    void aClassWatchesALabComeLosePromoteAndGo(@TempDir Path state) {
        Live.requireSpeed();
        var elsewhere = Program.withLabsIn(state);
        try (var terminals = new Tmux(state)) {
            var window = terminals.open(120, 36).enter(LAUNCHER);
            window.await("lab> up").await("What up does").press("Enter");
            window.awaitNode("pg-0", "PRIMARY").await("● healthy");

            elsewhere.run("stop", "pg-2").mustBe(0);
            window.awaitNode("pg-2", "refused").awaitNode("pg-2", "✗ down");
            window.await("stop pg-2").await("pg-2 stopped answering");
            elsewhere.run("start", "pg-2").mustBe(0);
            window.awaitNode("pg-2", "streaming");
            elsewhere.run("attach", "pg-2").mustBe(0);
            window.await("● healthy");

            elsewhere.run("stop", "primary").mustBe(0);
            window.awaitNode("pg-0", "refused").awaitNode("pg-1", "PRIMARY").await("pg-1 was promoted");

            elsewhere.run("down", "--yes").mustBe(0);
            window.awaitNode("pg-0", "not running")
                    .awaitNode("pgpool-2", "not running")
                    .await("What up does");
            window.press("C-u", "C-d").await(() -> !window.isAlternate(), "the shell");
        } finally {
            nothingIsLeftIn(state);
        }
    }

    @Test
    void theCommandIsInterruptedAndTheProgramIsNot() {
        var window = watching(120, 36);

        window.enter("wait pg-1 is down for 60s").await("pg-1 is down for 60s\n");
        window.press("C-c").await("'wait' was interrupted").await("\nlab>");

        window.enter("expect pg-0 is primary").await("is primary  ");
    }

    @Test
    void thePictureFitsWhateverSizeTheTerminalGets() {
        var window = watching(120, 36);

        fits(window.resize(80, 24), 80, 24);
        fits(window.resize(200, 60), 200, 60);
        window.resize(20, 5)
                .await(() -> window.rows().size() == 5 && !window.picture().contains("PostgreSQL"), "20x5");
        window.await("lab>");
        fits(window.resize(120, 36), 120, 36);
        window.await("lab>");
    }

    /** Checks that the frame reaches from edge to edge, with the keys on the last row. */
    private static void fits(Tmux.Window window, int columns, int rows) {
        window.await(
                () -> {
                    var seen = window.rows();
                    return seen.size() == rows
                            && seen.get(1).startsWith("┌─ PostgreSQL ─")
                            && seen.get(1).endsWith("─┐")
                            && seen.get(1).length() == columns
                            && seen.get(rows - 1).startsWith(" F1 help");
                },
                columns + "x" + rows);
        window.awaitNode("pg-0", "PRIMARY");
    }

    @Test
    void twoWatchTheSameAndOneMayOnlyLook() {
        var teacher = watching(120, 36);
        var projector = watching(120, 36, "--read-only");

        projector.await("read-only").enter("stop pg-1").await("'stop' was refused");
        teacher.enter("stop pg-1").awaitNode("pg-1", "refused");
        projector.awaitNode("pg-1", "refused").awaitNode("pg-1", "✗ down");
        teacher.enter("start pg-1").awaitNode("pg-1", "streaming").await("\n✓ start pg-1");
        teacher.enter("attach pg-1").await("● healthy");

        projector.await("● healthy");
        projector.await(() -> events(projector).equals(events(teacher)), "the events of " + events(teacher));
        assertFalse(events(teacher).isEmpty());
    }

    private static List<String> events(Tmux.Window window) {
        return window.rows().stream()
                .filter(row -> row.matches("│ \\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .toList();
    }

    @Test
    void programsHaveTheTerminalAndGiveItBack() {
        var window = watching(120, 36);

        window.enter("psql").await("admin=#").enter("select 41 + 1 as answer;").await("42");
        assertFalse(window.isAlternate());
        window.enter("select 1 as broken_off").await("admin-#").press("C-c").await("\nadmin=#");
        window.enter("\\q").awaitNode("pg-0", "PRIMARY");
        window.enter("exec pg-0 -- ls /run/lab").await("postgresql.conf");
        window.enter("logs -f pg-0").await("\npg-0     │ ").press("C-c");

        window.await("'logs' was interrupted").await("\nlab>");
        window.enter("expect pg-0 is primary").await("is primary  ");
    }

    @Test
    void theScreenIsShotAndRecorded() throws IOException {
        var window = watching(120, 36);

        window.enter("record x.cast").await("recording").enter("status").await("node  says of itself");
        window.enter("screenshot x.txt").await("x.txt");
        window.await(() -> Files.exists(shared.resolve("x.txt")), "the file");
        window.enter("record --stop")
                .await(() -> !window.rows().get(0).contains("recording"), "the end of the recording");

        var shot = Files.readAllLines(shared.resolve("x.txt"));
        assertEquals(36, shot.size());
        assertTrue(shot.get(1).startsWith("┌─ PostgreSQL ─") && shot.get(1).length() == 120, shot.get(1));
        isACast(Files.readAllLines(shared.resolve("x.cast")));
    }

    /** Checks the format asciicast v2, see docs.asciinema.org: a header, then one array of time, kind and data on each line. */
    private static void isACast(List<String> lines) throws IOException {
        var json = new ObjectMapper();
        var header = json.readTree(lines.get(0));
        assertEquals(2, header.get("version").asInt());
        assertEquals(120, header.get("width").asInt());
        assertEquals(36, header.get("height").asInt());
        var last = 0.0;
        var all = new StringBuilder();
        for (var line : lines.subList(1, lines.size())) {
            var frame = json.readTree(line);
            assertEquals("o", frame.get(1).asText());
            assertTrue(frame.get(0).asDouble() >= last, line);
            last = frame.get(0).asDouble();
            all.append(frame.get(2).asText());
        }
        assertTrue(all.toString().contains("PRIMARY"), all.toString());
    }

    @Test
    void whoeverLeavesFindsTheShellAsItWasAndTheLabRunning() throws Exception {
        var window = tmux.open(120, 36)
                .enter("stty -a | tail -n +2 >before; " + LAUNCHER
                        + "; echo \"ended with $?\"; stty -a | tail -n +2 >after");
        window.awaitNode("pg-0", "PRIMARY").awaitNode("pgpool-0", "● up").await("lab>");
        assertTrue(window.isAlternate());
        window.press("C-d").await("ended with 0").await("goes on running");
        backInTheShell(window);

        window.press("Up", "Enter").awaitNode("pg-0", "PRIMARY").await("lab>");
        assertFalse(events(window).isEmpty());
        window.program().destroy();
        window.await("ended with 143");
        backInTheShell(window);
        Program.withLabsIn(shared).run("expect", "cluster is healthy").mustBe(0);
    }

    private static void backInTheShell(Tmux.Window window) throws IOException {
        window.await(() -> window.rows().get(lastRow(window)).equals("$"), "the shell's prompt");
        assertFalse(window.isAlternate());
        assertEquals(Files.readString(shared.resolve("before")), Files.readString(shared.resolve("after")));
    }

    private static int lastRow(Tmux.Window window) {
        var rows = window.rows();
        for (var row = rows.size() - 1; row > 0; row--) {
            if (!rows.get(row).isBlank()) {
                return row;
            }
        }
        return 0;
    }

    @Test
    void theShellStopsItAndLetsItGoOn() {
        var window = watching(120, 36);

        window.press("C-z").await("Stopped");
        assertFalse(window.isAlternate());
        window.enter("fg").awaitNode("pg-0", "PRIMARY");
        // A shell in a node cannot return the terminal: its PID namespace has no number for the process group that had
        // it.
        window.enter("exec pg-0").await(() -> !window.isAlternate(), "the shell of the node");
        // A shell in a container comes a moment later, and what is typed before its prompt is shown in another place.
        window.await(() -> window.rows().get(lastRow(window)).matches(".*[$#]"), "the prompt of the node's shell");
        window.enter("hostname").await("\npg-0").press("C-d").awaitNode("pg-0", "PRIMARY");
        window.enter("expect pg-0 is primary").await("is primary  ");

        new ProcessShell()
                .run(Command.of("kill", "-TSTP", String.valueOf(window.program().pid())));
        window.await(() -> !window.isAlternate(), "the shell");
        window.enter("fg").awaitNode("pg-0", "PRIMARY");
        window.enter("expect pg-1 is standby").await("is standby  ");
    }

    @Test
    void itEndsWithItsTerminal() throws Exception {
        var window = watching(120, 36);
        var program = window.program();

        window.close();

        program.onExit().get(5, TimeUnit.SECONDS);
        Program.withLabsIn(shared).run("expect", "cluster is healthy").mustBe(0);
    }

    /** Opens a window in which the program shows the lab and accepts commands. */
    private Tmux.Window watching(int columns, int rows, String... words) {
        var window = tmux.open(columns, rows);
        window.enter(LAUNCHER + " " + String.join(" ", words));
        return window.awaitNode("pg-0", "PRIMARY").awaitNode("pgpool-0", "● up").await("lab>");
    }
}
