package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.topology.EngineKind;

/** Checks that every printed shell line does what it says, where it says. Each test but the last leaves a healthy lab with primary pg-0. */
@Tag("live")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TypedLiveTest {

    private static final Set<String> LOOKING = Set.of(
            "status",
            "diagnose",
            "nodes",
            "pool_nodes",
            "watchdog_info",
            "logs",
            "events",
            "faults",
            "psql",
            "pcp",
            "list",
            "history");

    /** Commands that only read, or start another program: their examples run unchanged. */
    private static final Set<String> RUN = Stream.concat(
                    LOOKING.stream(), Stream.of("wait", "expect", "exec", "connect", "screenshot", "help", "version"))
            .collect(Collectors.toUnmodifiableSet());

    /** A query that fails unless WAL replay on pg-2 is paused. */
    private static final String HELD_BACK = "psql --on pg-2 'select 1 / pg_is_wal_replay_paused()::int'";

    @TempDir
    static Path state;

    private static Program program;
    private static TypedLines typed;

    @BeforeAll
    static void aLabIsUp() {
        program = Live.program(state);
        program.run("up").mustBe(0);
        typed = new TypedLines(program, state);
    }

    @AfterAll
    static void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    @Order(1)
    void whatOnlyLooksCanBeTyped() {
        program.run("history");
        LOOKING.forEach(command -> typed.type(byHand(command)));
        typed.type(byHand("connect"));
        typed.type(byHand("load"));
    }

    @Test
    @Order(2)
    void everyExampleOfTheHelpRuns() {
        var script = examples()
                // These run until they are stopped, need a screen or a terminal, or check a condition that is not met
                // here.
                .filter(example -> !example.matches(".* -f .*|record .*|psql --on .*|wait vip .*|expect pool_nodes .*"))
                // These fetch a release, which is tested where there is a mirror.
                .filter(example -> !example.matches("up --release .*|upgrade pgpool (trixie|sid).*"))
                // These are refused while no lesson, challenge or script runs, and before anybody has watched.
                .filter(example -> !example.matches(
                        "lesson check|hint|solve|answer .*|challenge (answer|hint|stop).*|replay.*|incident .*"))
                // These are refused without such a save, and without such a script, where this test runs.
                .filter(example -> !example.matches("restore .*|saves remove .*|play .*"))
                // These are refused in a healthy lab, where there is nothing to promote and pg-0 is the primary.
                .filter(example ->
                        !example.matches("promote .*|rejoin .*|load report.*|reconfigure --(primary|folder) .*"))
                .map(TypedLiveTest::harmless)
                .collect(Collectors.joining("\n"));

        program.script(script + "\n").mustBe(0);
        for (var refused : List.of(
                "promote pg-1",
                "rejoin pg-0",
                "lesson check",
                "hint",
                "solve",
                "answer 2",
                "challenge hint",
                "challenge stop",
                "play next",
                "restore before-failover",
                "saves remove lunch",
                "replay",
                "incident failover.zip")) {
            program.script(refused + "\n").mustBe(1);
        }
    }

    /** Adds {@code --dry-run} to commands that change something. */
    private static String harmless(String example) {
        var command = example.split(" ")[0];
        return RUN.contains(command) || example.equals("load") || example.contains("--dry-run")
                ? example
                : example + " --dry-run";
    }

    /** {@code slow} needs a module that not every kernel has. */
    @Test
    @Order(3)
    void whatAPlanPrintsDoesItWhenItIsTyped() {
        typed.type(typed.planned("stop pg-2"), "wait pg-2 is not up for 60s", "wait pool_nodes pg-2 is down for 60s");
        typed.type(typed.planned("start pg-2"), "wait pg-2 is streaming for 60s");
        typed.type(typed.planned("attach --force pg-2"), "wait pool_nodes pg-2 is up for 60s");
        typed.type(typed.planned("detach pg-2"), "wait pool_nodes pg-2 is down for 60s");
        typed.type(
                typed.planned("kill pg-2 --process repmgrd"), "wait cluster is not healthy for 60s", "recover --yes");
        mended("lag pg-2", "pg-2 is streaming", "heal", "cluster is healthy");
        mended("fill pg-2", "pg-2 is streaming", "heal", "cluster is healthy");
        mended("pause pg-2", "pg-2 is not up", "resume pg-2", "pg-2 is streaming");
        mended("isolate pg-2", "pg-2 is not streaming", "heal pg-2", "pg-2 is streaming");

        program.script("recover --yes\nexpect cluster is healthy\n").mustBe(0);
        assertEquals("nothing is broken on purpose\n", program.run("faults").output());
    }

    /**
     * Types the lines of a fault, and then those that remove it. Faults typed by hand are not recorded, so the command that removes
     * them knows nothing of them; the fault is therefore also injected by its command.
     */
    private static void mended(String fault, String effect, String back, String restored) {
        typed.type(typed.planned(fault), "wait " + effect + " for 60s");
        typed.type(List.of(), fault.startsWith("lag") ? HELD_BACK : "faults", fault);
        typed.type(typed.planned(back), "wait " + restored + " for 60s", "heal");
    }

    /** Types the lines of the help in an order in which each finds the state that it needs. */
    @Test
    @Order(4)
    void theHelpsLinesByHandBreakAndMend() {
        typed.type(
                byHand("detach"), "wait pool_nodes pg-2 is down for 60s", "wait stays pool_nodes pg-2 is down for 1s");
        typed.type(byHand("attach"), "wait pool_nodes pg-2 is up for 60s");
        typed.type(byHand("stop"), "wait pg-2 is not up for 60s", "wait pgpool-2 is not up for 60s");
        typed.type(byHand("start"), "wait pg-2 is streaming for 60s", "wait pgpool-2 is standby for 60s");
        typed.type(byHand("down"), "kill pg-2 --process repmgrd");
        typed.type(byHand("up"), "wait pg-2 is streaming for 60s", "recover --yes");
        typed.type(byHand("restart"), "wait pg-1 is streaming for 60s");
        typed.type(byHand("lag"), HELD_BACK);
        typed.type(byHand("lie"));
        typed.type(byHand("fill"));
        typed.type(byHand("cut"));
        typed.type(byHand("heal"));
        typed.type(byHand("isolate"), "wait pg-2 is not streaming for 60s");
        typed.type(byHand("heal"), "wait pg-2 is streaming for 60s", "recover --yes");
        typed.type(byHand("pause"), "wait pg-2 is not up for 60s");
        typed.type(byHand("resume"), "wait pg-2 is streaming for 60s");
        typed.type(byHand("heal"), "wait pgpool-2 is standby for 60s", "recover --yes");
        typed.type(byHand("kill"), "wait pg-2 is not up for 60s", "start pg-2", "start pg-1", "recover --yes");
        typed.type(byHand("promote!"), "wait pg-2 is primary for 60s");
        typed.type(byHand("reclone"), "wait pg-2 is streaming for 60s", "recover --yes");
        typed.type(byHand("follow"), "wait pg-2 is streaming for 60s", "recover --yes", "expect cluster is healthy");
    }

    @Test
    @Order(5)
    void theHelpsLinesByHandChangeThePrimary() {
        var handover = byHand("switchover");

        typed.type(handover, "expect pg-1 is primary", "wait pg-0 is streaming for 60s", "recover --yes");
        program.script("switchover pg-0\nexpect cluster is healthy\n").mustBe(0);
        typed.type(handover.subList(0, 2));
        typed.type(byHand("promote"), "expect pg-1 is primary", "start --force pg-0", "expect pg-0 is primary");
        typed.type(byHand("rejoin"), "wait pg-0 is streaming for 60s", "recover --yes", "switchover pg-0");
    }

    @Test
    @Order(6)
    void plannedRepairsCanBeTyped() {
        typed.type(typed.planned("reclone pg-2"), "wait pg-2 is streaming for 60s");
        typed.type(typed.planned("switchover pg-1"), "wait pg-0 is streaming for 60s", "expect pg-1 is primary");
        program.script("recover --yes\nexpect cluster is healthy\n").mustBe(0);
        program.run("stop", "pg-2").mustBe(0);
        typed.type(typed.planned("reconfigure"), "wait pg-2 is streaming for 60s");
    }

    @Test
    @Order(7)
    void theLineThatRehearsesADrillCanBeTyped() {
        Live.requireSpeed();
        program.run("recover", "--yes").mustBe(0);

        typed.type(byHand("drill"), "expect cluster is healthy");
    }

    @Test
    @Order(8)
    void theEndCanBeTyped() {
        typed.type(typed.planned("down"));

        assertEquals(List.of(), program.processes());
        assertTrue(program.run("list").mustBe(0).output().contains("no lab"));
    }

    private static List<String> byHand(String command) {
        return Catalog.entries().stream()
                .filter(entry -> entry.name().equals(command))
                .findFirst()
                .map(TypedLiveTest::onThisEngine)
                .orElseThrow();
    }

    private static List<String> onThisEngine(Catalog.Entry entry) {
        var inContainers = entry.byHandInContainers();
        return program.engine().kind() == EngineKind.NATIVE || inContainers.isEmpty() ? entry.byHand() : inContainers;
    }

    private static Stream<String> examples() {
        return Catalog.entries().stream().flatMap(entry -> entry.examples().stream());
    }
}
