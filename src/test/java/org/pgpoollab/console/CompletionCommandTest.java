package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.Exit;

class CompletionCommandTest {

    @ParameterizedTest
    @CsvSource({"bash, bash/pgpool-lab", "zsh, zsh/_pgpool-lab", "FISH, fish/pgpool-lab.fish"})
    void itPrintsTheScriptThatIsInstalled(String shell, String file) throws Exception {
        var console = new TypedConsole().in(StandardCharsets.US_ASCII);

        var exit = console.run("completion", shell);

        assertEquals(Exit.DONE, exit);
        assertEquals(Files.readString(Path.of("src/packaging/completions", file)), console.results());
    }

    @Test
    void anotherShellIsRefusedWithThoseThatItKnows() {
        var console = new TypedConsole();

        var exit = console.run("completion", "tcsh");

        assertEquals(Exit.USAGE, exit);
        assertTrue(console.messages().contains("it is one of bash, zsh, fish"), console.messages());
    }
}
