package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;

class ProcessShellTest {

    private final ProcessShell shell = new ProcessShell();

    @Test
    void aProgramThatEndsTellsHow() {
        var ended = shell.run(Command.of("sh", "-c", "echo out; echo err >&2; exit 3"));

        assertEquals(new Shell.Ended(3, "out\n", "err\n"), ended);
    }

    @Test
    void aHostGetsNoneOfTheCallersSecrets() {
        var command = Command.of("env").inheriting(Command.Inherits.TERMINAL).with("PATH", System.getenv("PATH"));

        var names = shell.run(command)
                .output()
                .lines()
                .map(line -> line.replaceFirst("=.*", ""))
                .filter(name -> !name.matches("TERM|COLORTERM|COLUMNS|LINES|LANG|LANGUAGE|LC_.*"))
                .toList();

        assertEquals(List.of("PATH"), names);
        assertTrue(System.getenv().size() > names.size());
    }

    @Test
    void aDeadlineHoldsAlsoForWhatTheProgramHasStarted() {
        var command = Command.of("sh", "-c", "sleep 20 & echo begun; wait").within(Duration.ofMillis(200));

        var late = assertTimeoutPreemptively(
                Duration.ofSeconds(15), () -> assertThrows(LabException.class, () -> shell.run(command)));

        assertTrue(late.problems().get(0).what().contains("did not end within"), late.getMessage());
        assertEquals("begun", late.problems().get(0).why());
    }
}
