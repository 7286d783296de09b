package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks for every finding of {@code diagnose} that its first remedy works as printed: the finding disappears, and no new error
 * appears. All {@link Scenarios} share one lab. {@code target/remedies.md} lists what was typed. {@code -Dremedies=promoted} runs only
 * the scenarios whose names match this regular expression.
 */
@Tag("live")
class RemediesLiveTest {

    private static final Path TABLE = Path.of("target/remedies.md");
    private static final Duration ARRIVAL = Duration.ofSeconds(90);
    private static final Duration EFFECT = Duration.ofSeconds(45);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final int UNCHANGED_LOOKS = 3;
    private static final int MOST_REMEDIES = 4;

    @TempDir
    static Path state;

    private static final List<String> ROWS = new ArrayList<>();
    private static Program program;
    private static boolean ended;

    static List<Scenario> scenarios() {
        var asked = System.getProperty("remedies", "");
        if (asked.isEmpty()) {
            return Scenarios.steady();
        }
        var name = Pattern.compile(asked);
        return Scenarios.all().stream()
                .filter(scenario -> name.matcher(scenario.name()).find())
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
        lines.add("| finding | scenario | remedy typed | result |");
        lines.add("|---|---|---|---|");
        lines.addAll(ROWS);
        Files.write(TABLE, lines);
    }

    /** Restores a healthy lab, so that one remedy that does not work causes one failure only. */
    @AfterEach
    void theLabIsHealthy() {
        if (ended || isHealthy()) {
            return;
        }
        program.run("recover", "--yes");
        if (!isHealthy()) {
            program.run("down", "--yes").mustBe(0);
            program.run("up").mustBe(0);
        }
    }

    private static boolean isHealthy() {
        return program.run("expect", "cluster is healthy").status() == 0;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theFirstRemedyWorksWhenItIsTyped(Scenario general) throws IOException {
        ended = false;
        var scenario = general.forNodes(roles());
        // One process for all of them: each looks at the whole lab before its first command.
        FrozenPrimary.type(program, List.of(String.join("; ", scenario.setup())), line -> program.run("-c", line));
        // A server that joins meanwhile is another cause for a moment.
        var before = diagnosed(
                now -> now.has(scenario.checks())
                        && root(now, scenario).remedy().startsWith(scenario.remedy()),
                ARRIVAL);
        assertTrue(before.has(scenario.checks()), () -> scenario.checks() + " were not found:\n" + before);
        var found = found(before, scenario);
        var root = before.rootOf(found);
        assertTrue(root.remedy().startsWith(scenario.remedy()), () -> root + "\n" + before);

        var typed = type(root);

        // Starting servers look worse for a moment.
        var after = diagnosed(
                now -> isGone(now, before, found) && worse(now, before).isEmpty(), EFFECT);
        assertTrue(isGone(after, before, found), () -> "still there after " + typed + ":\n" + after);
        assertEquals(List.of(), worse(after, before), after::toString);
        var more = typeUntilHealthy(after);
        ended = true;
        ROWS.add("| " + String.join(", ", scenario.checks()) + " | " + scenario.name() + " | `"
                + String.join("`, `", typed) + "` | gone"
                + (more.isEmpty() ? ", healthy" : ", healthy after: `" + String.join("`, `", more) + "`") + " |");
    }

    private static Diagnosed.Told found(Diagnosed told, Scenario scenario) {
        return told.first(scenario.checks().get(0)).orElseThrow();
    }

    private static Diagnosed.Told root(Diagnosed told, Scenario scenario) {
        return told.rootOf(found(told, scenario));
    }

    private static List<String> worse(Diagnosed now, Diagnosed before) {
        var worse = now.errors();
        worse.removeAll(before.errors());
        return List.copyOf(worse);
    }

    /** Whether there are fewer such findings than before; another node may have the same finding, with its own remedy. */
    private static boolean isGone(Diagnosed now, Diagnosed before, Diagnosed.Told found) {
        return count(now, found) < count(before, found);
    }

    private static long count(Diagnosed told, Diagnosed.Told found) {
        return told.findings().stream()
                .filter(each -> each.check().equals(found.check()) && each.isError() == found.isError())
                .count();
    }

    /** Types the first remedy that is printed until the lab is healthy: other findings of the same cause may be left. */
    private static List<String> typeUntilHealthy(Diagnosed after) {
        var typed = new ArrayList<String>();
        var now = settled(after);
        for (var again = 0; again < MOST_REMEDIES && !now.isHealthy(); again++) {
            typed.addAll(type(now.findings().get(0)));
            now = settled(Diagnosed.by(program));
        }
        var last = now;
        assertTrue(last.isHealthy(), () -> "not healthy after " + typed + ":\n" + last);
        return typed;
    }

    /** Waits until the lab is healthy, or has had the same findings several times, so that they will not disappear by themselves. */
    private static Diagnosed settled(Diagnosed first) {
        var end = System.nanoTime() + SETTLING.toNanos();
        var now = first;
        for (var same = 1; same < UNCHANGED_LOOKS && !now.isHealthy() && System.nanoTime() < end; same++) {
            var next = Diagnosed.by(program);
            same = next.whats().equals(now.whats()) ? same : 0;
            now = next;
        }
        return now;
    }

    /** Types the first way of a remedy as it is printed, in one line, and answers yes if a command asks before it discards data. */
    private static List<String> type(Diagnosed.Told finding) {
        var line = finding.firstWay();
        var ended = program.run("--yes", "-c", line);
        assertEquals(0, ended.status(), () -> line + "\n" + ended.output() + ended.errors());
        return List.of(line);
    }

    private static Diagnosed diagnosed(Predicate<Diagnosed> wished, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var now = Diagnosed.by(program);
        while (!wished.test(now) && System.nanoTime() < end) {
            now = Diagnosed.by(program);
        }
        return now;
    }

    /** Waits for a healthy lab, since nodes of the last repair may still be joining, and returns the names of the nodes by their roles. */
    private static Map<String, String> roles() throws IOException {
        var told = program.run("-c", "wait cluster is healthy for 60s; status --output json")
                .mustBe(0)
                .output();
        var status = new ObjectMapper().readTree(told.substring(told.indexOf('{')));
        assertEquals(true, status.path("healthy").asBoolean(), status::toPrettyString);
        var roles = new TreeMap<String, String>();
        status.path("postgres").forEach(node -> role(roles, node, "primary", "primary", "standby", "other"));
        status.path("pgpool").forEach(node -> role(roles, node, "LEADER", "leader", "pool", "spare"));
        roles.put("numberOfPrimary", roles.get("primary").replace("pg-", ""));
        roles.put("numberOfStandby", roles.get("standby").replace("pg-", ""));
        return roles;
    }

    private static void role(Map<String, String> roles, JsonNode node, String first, String role, String... others) {
        var word = node.path("state").asText() + node.path("watchdog").asText();
        var free = List.of(others).stream()
                .filter(other -> !roles.containsKey(other))
                .findFirst()
                .orElse("");
        roles.put(word.contains(first) ? role : free, node.path("name").asText());
    }
}
