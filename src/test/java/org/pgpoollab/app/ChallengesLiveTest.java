package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.challenge.KnownChallenges;

/**
 * Checks of challenges that what they break is not told, that the command that is named shows it, that the repair that is named works as
 * typed, and that {@code challenge stop} undoes it. {@code -Dchallenges=.*} runs all, another regular expression those whose names it
 * finds; without it, one of each level runs. {@code target/challenges.md} lists what {@code diagnose} said of each.
 */
@Tag("live")
class ChallengesLiveTest {

    private static final Path TABLE = Path.of("target/challenges.md");
    private static final Duration LIMIT = Duration.ofSeconds(75);
    private static final Set<String> USUAL = Set.of("lag", "read-only", "lag+detached");

    @TempDir
    static Path state;

    private static final List<String> ROWS = new ArrayList<>();
    private static Program program;
    private static boolean ended;

    static List<KnownChallenges.Seeded> challenges() {
        var asked = System.getProperty("challenges", "");
        var name = Pattern.compile(asked);
        return KnownChallenges.all().stream()
                .filter(challenge -> asked.isEmpty()
                        ? USUAL.contains(challenge.name())
                        : name.matcher(challenge.name()).find())
                .toList();
    }

    @BeforeAll
    static void aLabIsUp() {
        program = Live.program(state);
        program.run("up").mustBe(0);
    }

    @AfterAll
    static void nothingIsLeft() throws IOException {
        Live.leaveNothing(program);
        var lines = new ArrayList<String>();
        lines.add("| challenge | level | diagnose found | shown by | repair typed |");
        lines.add("|---|---|---|---|---|");
        lines.addAll(ROWS);
        Files.write(TABLE, lines);
    }

    /** Restores a healthy lab, so that one challenge that fails causes one failure only. */
    @AfterEach
    void theLabIsHealthy() {
        if (ended) {
            return;
        }
        program.run("challenge", "stop");
        if (program.run("expect", "cluster is healthy").status() != 0) {
            program.run("down", "--yes").mustBe(0);
            program.run("up").mustBe(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("challenges")
    void isNotToldAndIsShownAndRepairedAndUndone(KnownChallenges.Seeded challenge) throws IOException {
        ended = false;
        var causes = begun(challenge);
        nothingTells();
        causes.forEach(ChallengesLiveTest::isShown);
        var found = found();

        causes.stream().flatMap(cause -> cause.repair().stream()).forEach(ChallengesLiveTest::type);

        awaited(() -> json("challenge").path("repaired").asBoolean(), "it is not repaired by " + causes);
        var last = "";
        for (var cause : causes) {
            last = program.run(("challenge answer " + cause.answer()).split(" "))
                    .mustBe(0)
                    .output();
        }
        assertTrue(last.contains("solved: "), last);
        causes.forEach(ChallengesLiveTest::isShownNoMore);

        begun(challenge).forEach(ChallengesLiveTest::isShown);
        var stopped = program.run("challenge", "stop").mustBe(0);
        assertTrue(stopped.output().contains("stopped"), stopped.output());
        program.run("wait", "cluster is healthy for 60s").mustBe(0);
        causes.forEach(ChallengesLiveTest::isShownNoMore);
        ended = true;
        note(challenge, causes, found);
    }

    private static List<KnownChallenges.Known> begun(KnownChallenges.Seeded challenge) {
        program.run("wait", "cluster is healthy for 60s").mustBe(0);
        program.run(
                        "challenge",
                        "--level",
                        String.valueOf(challenge.level()),
                        "--seed",
                        String.valueOf(challenge.seed()))
                .mustBe(0);
        var lab = state.resolve("pgpool-lab/default");
        if (!KnownChallenges.situation(lab).equals(challenge.name())) {
            program.run("challenge", "stop").mustBe(0);
            Live.skip("this machine cannot make the challenge " + challenge);
        }
        return KnownChallenges.running(lab);
    }

    /** Checks what is printed of faults, and what is readable in the lab's own files. */
    private static void nothingTells() throws IOException {
        assertEquals(0, json("faults").path("faults").size());
        assertEquals(0, json("status").path("faults").size());
        assertFalse(program.run("events", "--since", "1m").output().contains("break something"));
        for (var name : List.of("faults.json", ".hidden")) {
            var file = state.resolve("pgpool-lab/default").resolve(name);
            assertFalse(Files.exists(file) && Files.readString(file).contains("pg-"), name);
        }
    }

    private static void isShown(KnownChallenges.Known cause) {
        awaited(() -> shows(cause), cause.shows() + " does not show " + cause.answer());
    }

    private static void isShownNoMore(KnownChallenges.Known cause) {
        if (cause.shows().startsWith("logs")) {
            return;
        }
        awaited(() -> !shows(cause), cause.shows() + " still shows " + cause.answer());
    }

    private static boolean shows(KnownChallenges.Known cause) {
        var told = program.told("-c", cause.shows());
        return Pattern.compile(cause.sign()).matcher(told.output()).find();
    }

    private static Set<String> found() {
        var found = new TreeSet<String>();
        Diagnosed.by(program).findings().forEach(told -> found.add(told.check()));
        return found;
    }

    private static void type(String line) {
        var typed = program.run("-c", line);
        assertEquals(0, typed.status(), () -> line + "\n" + typed.output() + typed.errors());
    }

    private static JsonNode json(String command) {
        try {
            return new ObjectMapper()
                    .readTree(program.run(command, "--output", "json").mustBe(0).output());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaited(BooleanSupplier state, String otherwise) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!state.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> otherwise + "\n" + program.told("diagnose").output());
        }
    }

    private static void note(KnownChallenges.Seeded challenge, List<KnownChallenges.Known> causes, Set<String> found) {
        var shows = causes.stream().map(cause -> "`" + cause.shows() + "`").toList();
        var repair = causes.stream()
                .flatMap(cause -> cause.repair().stream())
                .map(line -> "`" + line + "`")
                .toList();
        ROWS.add("| " + challenge.name() + " | " + challenge.level() + " | "
                + (found.isEmpty() ? "nothing" : String.join(", ", found)) + " | " + String.join(", ", shows) + " | "
                + String.join(", ", repair) + " |");
    }
}
