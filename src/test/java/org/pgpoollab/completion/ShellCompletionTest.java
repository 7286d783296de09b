package org.pgpoollab.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.console.CommandCompleter;
import org.pgpoollab.topology.Lab;

/** Tests the completion scripts in the shells themselves: bash is everywhere, zsh and fish where they are installed. */
class ShellCompletionTest {

    private static final int MOST_WORDS = 6;
    private static final Set<String> FILES = Set.of("<default>", "<dirnames>", "<-/>");

    private static final Lab LAB = Given.healthy().state().lab();
    private static final Map<List<String>, List<String>> PROMPT = prompt();

    @TempDir
    private Path directory;

    @BeforeEach
    void twoLabs() throws IOException {
        makeLab("default", "pg-0", "pg-1", "pg-2", "pgpool-0", "pgpool-1", "pgpool-2");
        makeLab("small", "pg-0", "pg-10", "pgpool-0");
    }

    private void makeLab(String name, String... nodes) throws IOException {
        var root = directory.resolve("state/pgpool-lab").resolve(name);
        for (var node : nodes) {
            Files.createDirectories(root.resolve(node));
        }
        Files.createDirectories(root.resolve("client"));
        Files.writeString(root.resolve("lab.yaml"), "name: x\n");
    }

    @ParameterizedTest
    @EnumSource
    void aShellOffersWhatThePromptOffers(CompletionScript script) throws Exception {
        var lines = List.copyOf(PROMPT.keySet());

        var replies = shell(script).replies(lines);

        for (int i = 0; i < lines.size(); i++) {
            assertSame(lines.get(i), replies.get(i));
        }
    }

    /** Returns what the prompt offers for many lines of every command. */
    private static Map<List<String>, List<String>> prompt() {
        var lines = new LinkedHashMap<List<String>, List<String>>();
        lines.put(List.of(""), promptsWords(List.of(), ""));
        for (var entry : Catalog.entries()) {
            lines.put(List.of(entry.name(), "--"), promptsWords(List.of(entry.name()), "--"));
            for (var option : Syntax.of(entry).specification().options()) {
                if (option.arity().max() > 0 && !option.longestName().equals("-c")) {
                    var typed = List.of(entry.name(), option.longestName());
                    lines.put(with(typed, ""), promptsWords(typed, ""));
                }
            }
            addWords(List.of(entry.name()), lines);
        }
        return lines;
    }

    /** Adds lines that go on with some of the words that are offered, deeper with the first and the last, and then with the last alone. */
    private static void addWords(List<String> typed, Map<List<String>, List<String>> lines) {
        var offered = promptsWords(typed, "");
        lines.put(with(typed, ""), offered);
        if (!offered.isEmpty() && typed.size() < MOST_WORDS) {
            var last = offered.size() - 1;
            var step = typed.size() == 1 ? 1 + last / 25 : last;
            IntStream.rangeClosed(0, last)
                    .filter(i -> i == last || (typed.size() <= 2 && i % Math.max(1, step) == 0))
                    .forEach(i -> addWords(with(typed, offered.get(i)), lines));
        }
    }

    private static void assertSame(List<String> line, Set<String> replies) {
        var expected = new HashSet<>(PROMPT.get(line));
        var unexpected = new HashSet<>(replies);
        unexpected.removeAll(expected);
        // A role may be named twice, which the prompt leaves out; labs and files are nothing that the prompt completes.
        unexpected.removeAll(line);
        if (expected.isEmpty()) {
            unexpected.removeAll(FILES);
            unexpected.removeAll(List.of("default", "small", "state/", "lines", "replies", "errors"));
        }

        assertTrue(replies.containsAll(expected), () -> line + " lacks " + difference(expected, replies));
        assertEquals(Set.of(), unexpected, line.toString());
    }

    private static Set<String> difference(Set<String> all, Set<String> some) {
        return all.stream().filter(word -> !some.contains(word)).collect(Collectors.toSet());
    }

    private static List<String> promptsWords(List<String> typed, String begun) {
        return new CommandCompleter(() -> Optional.of(LAB))
                .complete(typed, begun).stream()
                        .map(CommandCompleter.Candidate::word)
                        .toList();
    }

    private static List<String> with(List<String> words, String word) {
        return Stream.concat(words.stream(), Stream.of(word)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void labsAndNodesAreThoseThatAreThere(CompletionScript script) throws Exception {
        var replies = replies(
                script,
                List.of("status", "--lab", ""),
                List.of("--lab", "small", "stop", "pg"),
                List.of("stop", "--lab", "small", "pg-0", "pg"),
                List.of("stop", "--lab=small", "pg-1"),
                List.of("stop", "--lab", "none", "pg"));

        assertEquals(Set.of("default", "small"), replies.get(0));
        assertEquals(Set.of("pg-0", "pg-10", "pgpool-0"), replies.get(1));
        assertEquals(Set.of("pg-10", "pgpool-0"), replies.get(2));
        assertEquals(Set.of("pg-10"), replies.get(3));
        assertEquals(Set.of(), replies.get(4));
    }

    @ParameterizedTest
    @EnumSource
    void theLabFileOfTheDirectoryChoosesTheLab(CompletionScript script) throws Exception {
        Files.writeString(directory.resolve("lab.yaml"), "# mine\npostgres: 2\nname: small   # the name\n");
        Files.writeString(directory.resolve("my lab.yaml"), "name: 'default'");

        var replies = replies(
                script,
                List.of("kill", "pg-1"),
                List.of("kill", "--lab", "default", "pg-1"),
                List.of("kill", "--file", script == CompletionScript.BASH ? "my\\ lab.yaml" : "my lab.yaml", "pg-1"));

        assertEquals(List.of(Set.of("pg-10"), Set.of("pg-1"), Set.of("pg-1")), replies);
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatNoLabCanHaveIsNeitherOfferedNorRun(CompletionScript script) throws Exception {
        for (var name : List.of("$(touch run)", "`touch run`", "a b", "it's", "x;touch run", "*", "-n", "Ab", "ä")) {
            makeLab(name, "pg-0", "pg-$(touch run)", "pg-*");
        }
        makeLab("default", "pg-`touch run`", "pg-3 4", "pg-x", "pgpool-;touch run");
        Files.writeString(directory.resolve("lab.yaml"), "name: $(touch run)`touch run`\n");

        var replies = replies(
                script,
                List.of("--lab", ""),
                List.of("stop", "pg-"),
                List.of("stop", "--lab", "$(touch run)", "pg-"),
                List.of("stop", "--lab", "../pgpool-lab/default", "pg-"),
                List.of("explain", "$(touch run)", ""));

        var nodes = Set.of("pg-0", "pg-1", "pg-2");
        assertEquals(List.of(Set.of("default", "small"), nodes, nodes, nodes, Set.of()), replies);
        try (var files = Files.walk(directory)) {
            assertFalse(files.anyMatch(file -> file.endsWith("run")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void savesAreThoseOfTheLab(CompletionScript script) throws Exception {
        makeSaves("default", "lunch", "before-1.2_x", ".draft", "$(touch run)", "a b", "-n", "*");
        makeSaves("small", "other");

        var replies = replies(
                script,
                List.of("restore", ""),
                List.of("restore", "--lab", "small", ""),
                List.of("saves", "remove", "l"),
                List.of("save", "bef"),
                List.of("restore", "lunch", ""),
                List.of("restore", "--lab", "none", ""));

        assertEquals(
                List.of(
                        Set.of("lunch", "before-1.2_x"),
                        Set.of("other"),
                        Set.of("lunch"),
                        Set.of("before-1.2_x"),
                        Set.of(),
                        Set.of()),
                replies);
        assertFalse(Files.exists(directory.resolve("run")));
    }

    private void makeSaves(String lab, String... names) throws IOException {
        for (var name : names) {
            Files.createDirectories(directory
                    .resolve("state/pgpool-lab")
                    .resolve(lab)
                    .resolve(".saves")
                    .resolve(name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void optionsAreCompletedWithAndWithoutACommand(CompletionScript script) throws Exception {
        var replies = replies(
                script,
                List.of("--ver"),
                List.of("stop", "--mo"),
                List.of("status", "--output", "j"),
                List.of("status", "--output=j"),
                List.of("stop", "--", "--"),
                List.of("exec", "pg-0", "--"),
                List.of("-c", ""));

        assertEquals(Set.of("--version"), replies.get(0));
        assertEquals(Set.of("--mode"), replies.get(1));
        assertEquals(Set.of("json"), replies.get(2));
        assertEquals(Set.of("--output=json"), replies.get(3));
        assertEquals(Set.of(), replies.get(4));
        assertEquals(Set.of(), replies.get(5));
        assertEquals(Set.of(), replies.get(6));
    }

    /** bash makes words of their own of the equals sign and the colon. */
    @ParameterizedTest
    @EnumSource(names = "BASH")
    void aWordThatBashDividesIsOneWord(CompletionScript script) throws Exception {
        var replies = replies(
                script,
                List.of("status", "--output", "=", "j"),
                List.of("status", "--output", "="),
                List.of("stop", "--lab", "=", "small", "pg-1"),
                List.of("lie", "--lab", "small", "pgpool-0", "pg-1"),
                List.of("replay", "--from", "10", ":", "3"),
                List.of("logs", "--since", "10", ":", "32", "pg-1"),
                List.of("up", "--set", "pgpool.x", "=", "5", "--profile", "f"));

        assertEquals(Set.of("json"), replies.get(0));
        assertEquals(Set.of("text", "json"), replies.get(1));
        assertEquals(Set.of("pg-10"), replies.get(2));
        assertEquals(Set.of("pg-10"), replies.get(3));
        assertEquals(Set.of(), replies.get(4));
        assertEquals(Set.of("pg-1"), replies.get(5));
        assertEquals(Set.of("fast"), replies.get(6));
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "ZSH"})
    void anArgumentThatIsAFileIsLeftToTheShell(CompletionScript script) throws Exception {
        var replies = replies(script, List.of("replay", ""), List.of("status", "--file", ""), List.of("generate", ""));

        assertEquals(Set.of("<default>"), replies.get(0));
        assertEquals(Set.of("<default>"), replies.get(1));
        assertEquals(Set.of(script == CompletionScript.BASH ? "<dirnames>" : "<-/>"), replies.get(2));
    }

    private List<Set<String>> replies(CompletionScript script, List<?>... lines) throws Exception {
        var typed = Stream.of(lines)
                .map(line -> line.stream().map(String::valueOf).toList())
                .toList();
        return shell(script).replies(typed);
    }

    private RealShell shell(CompletionScript script) {
        var name = script.name().toLowerCase(Locale.ROOT);
        var shell = new RealShell(name, Path.of("src/packaging/completions").resolve(script.file()), directory);
        if (!shell.isInstalled()) {
            System.out.println("There is no " + name + " here: its completion is not tested.");
            Assumptions.abort("no " + name);
        }
        return shell;
    }
}
