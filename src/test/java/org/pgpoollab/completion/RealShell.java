package org.pgpoollab.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a real shell what it offers for lines, by the script that is installed for it. */
record RealShell(String name, Path script, Path directory) {

    private static final String BETWEEN_WORDS = "\037";

    boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    }

    /** Returns the words that are offered for the last word of each line, without the quotes that a shell needs. */
    List<Set<String>> replies(List<List<String>> lines) throws Exception {
        var input = directory.resolve("lines");
        var output = directory.resolve("replies");
        Files.write(
                input,
                lines.stream().map(line -> String.join(BETWEEN_WORDS, line)).toList());
        var shell = start(input, output);

        var hasEnded = shell.waitFor(60, TimeUnit.SECONDS);
        shell.destroyForcibly();

        assertTrue(hasEnded, name + " did not end within 60 s");
        assertEquals("", Files.readString(directory.resolve("errors")));
        var replies = Files.readAllLines(output);
        assertEquals(lines.size(), replies.size());
        return replies.stream().map(RealShell::words).toList();
    }

    private Process start(Path input, Path output) throws IOException {
        var driver = Path.of("src/test/resources/org/pgpoollab/completion/ask." + name)
                .toAbsolutePath();
        var builder = new ProcessBuilder(Stream.of(
                        Stream.of(name),
                        name.equals("fish") ? Stream.of("--no-config") : Stream.<String>empty(),
                        Stream.of(driver.toString(), script.toAbsolutePath().toString()))
                .flatMap(words -> words)
                .toList());
        builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
        builder.environment().put("HOME", directory.toString());
        return builder.directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private static Set<String> words(String line) {
        return Arrays.stream(line.split(BETWEEN_WORDS))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("\\", ""))
                .collect(Collectors.toSet());
    }
}
