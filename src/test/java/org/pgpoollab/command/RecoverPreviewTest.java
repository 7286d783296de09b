package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pgpoollab.cluster.Given.ago;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;

/** Checks that {@code recover --dry-run} prints what {@code recover} does. */
class RecoverPreviewTest {

    private static final String PROOF = "prove that it works";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "backends held down",
                        Given.healthy().status("pg-1", "down").status("pg-2", "down")),
                Arguments.of("a standby is off", Given.healthy().stopped("pg-2")),
                Arguments.of("a pgpool is off", Given.healthy().stopped("pgpool-1")),
                Arguments.of("a repmgrd ended", Given.healthy().repmgrdStopped("pg-1")),
                Arguments.of(
                        "a standby does not stream",
                        Given.healthy().receiver("pg-2", "").notSentTo("pg-2")),
                Arguments.of(
                        "a standby is isolated",
                        Given.healthy()
                                .fault("isolate pg-2")
                                .receiver("pg-2", "")
                                .notSentTo("pg-2")),
                Arguments.of(
                        "much at once",
                        Given.healthy().fault("cut pg-0 pg-1").stopped("pg-2").stopped("pgpool-2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aDryRunPrintsTheStepsThatAreTaken(String name, Given given) {
        var preview = typing(given.state());
        preview.type("recover", "--dry-run");
        var printed = inDetail(preview.text()).stream()
                .filter(RecoverPreviewTest::isStep)
                .map(String::strip)
                .toList();

        var real = typing(given.state());
        real.session.after.put("clear the faults", given.healed().state());
        real.session.after.put(printed.get(printed.size() - 1), Given.healthy().state());
        real.type("recover", "--yes");

        assertFalse(printed.isEmpty(), preview.text());
        assertEquals(
                printed,
                real.session.steps.stream().filter(step -> !step.equals(PROOF)).toList());
        assertEquals(List.of(), preview.session.steps);
    }

    @Test
    void aHealthyLabHasNothingButAProof() {
        var real = typing(Given.healthy().state());

        real.type("recover", "--yes");

        assertEquals(List.of("ensure that the hosts are on"), real.session.steps);
    }

    @Test
    void anOldPrimaryThatIsFrozenIsKilledBeforeItGoesOn(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("pg-0/data/global"));
        Files.createFile(directory.resolve("pg-0/data/global/pg_control"));
        var real = typing(Given.healthy()
                .primary("pg-1")
                .silent("pg-0", "no answer within 2 s", ago(9))
                .fault("pause pg-0")
                .state());
        real.session.directory = directory;
        real.session.after.put("clear the faults", Given.healthy().state());

        real.type("recover", "--yes");

        assertEquals(
                List.of("fence pg-0", "resume all processes of pg-0", "clear the faults"),
                real.session.steps.subList(0, 3));
    }

    private static boolean isStep(String line) {
        return line.matches("  [a-z].*") && !line.matches("  (why|changes|lost) .*");
    }

    /** The lines below the lists of findings and proposals. */
    private static List<String> inDetail(String text) {
        var lines = text.lines().toList();
        var listed = IntStream.range(0, lines.size())
                .filter(number -> lines.get(number).matches("  [0-9]+[.] .*"))
                .max()
                .orElse(-1);
        return lines.subList(listed + 1, lines.size());
    }

    private static Typing typing(ClusterState state) {
        var typing = new Typing();
        typing.session.looks.clear();
        typing.session.looks.add(state);
        return typing;
    }
}
