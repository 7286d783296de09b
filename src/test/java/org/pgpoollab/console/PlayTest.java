package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;

/** Tests what {@code play} says where there is no prompt, and about scripts that cannot be played. */
class PlayTest {

    private final TypedConsole console = new TypedConsole();

    @TempDir
    private Path directory;

    @Test
    void withoutATerminalItIsToldHowTheScriptRuns() throws IOException {
        var file = script("stop pg-2\n");

        assertEquals(Exit.USAGE, console.run("play", file));
        assertEquals(Exit.USAGE, console.reading("play " + file + "\n").run());
        assertEquals(Exit.USAGE, console.withSomebodyThere().run("-c", "play " + file));

        assertTrue(console.messages().startsWith("""
                ✗ a script is played at a prompt
                  because  here nobody can press Enter for each command
                  try      ./pgpool-lab < %s runs all of them
                """.formatted(file)), console.messages());
        assertEquals("", console.results());
    }

    @Test
    void allMistakesAreToldBeforeItBegins() throws IOException {
        var file = script("stop pg-2 --hrad\n# fine\nstpo pg-1\nup --postgres\n");

        assertEquals(Exit.USAGE, console.run("play", file));

        assertEquals(
                List.of(
                        "✗ FILE line 1: stop has no option --hrad",
                        "✗ FILE line 3: There is no command 'stpo'",
                        "✗ FILE line 4: --postgres needs a value"),
                console.messages()
                        .replace(file, "FILE")
                        .lines()
                        .filter(line -> line.startsWith("✗"))
                        .toList());
    }

    @Test
    void aDryRunListsTheCommandsWithTheirNumbers() throws IOException {
        var file = script("## One\nstop pg-2 # look\n## Two\npsql 'select 1,\n  2'\nstatus; nodes\n");

        assertEquals(Exit.DONE, console.run("play", file, "--dry-run", "--from", "2"));

        assertEquals("""
                One
                    1  stop pg-2
                Two
                ▸   2  psql 'select 1, 2'
                    3  status; nodes
                """, console.results());
    }

    @Test
    void aNumberThatTheScriptDoesNotHaveIsRefused() throws IOException {
        var file = script("status\n");

        assertEquals(Exit.USAGE, console.run("play", file, "--from", "2"));
        assertEquals(Exit.USAGE, console.run("play", file, "--from", "x"));

        assertTrue(console.messages().contains("they are numbered from 1 to 1"), console.messages());
    }

    @Test
    void theExampleIsWithoutMistakes() {
        assertEquals(Exit.DONE, console.run("play", "assets/workshop.txt", "--dry-run"), console::messages);
    }

    private String script(String text) throws IOException {
        return Files.writeString(directory.resolve("w.txt"), text).toString();
    }
}
