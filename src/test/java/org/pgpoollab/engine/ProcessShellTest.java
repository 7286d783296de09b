package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
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

    @Test
    void anInterruptIsNeverLost() throws InterruptedException {
        var command = Command.of("true");
        for (var round = 0; round < 100; round++) {
            var caller = new Thread(() -> {
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        shell.run(command);
                    }
                } catch (LabException interrupted) {
                    assertEquals(Exit.INTERRUPTED, interrupted.exit());
                }
            });
            caller.start();
            TimeUnit.MICROSECONDS.sleep(5_000 + round * 100L);

            caller.interrupt();

            caller.join(10_000);
            assertFalse(caller.isAlive(), "the interrupt of round " + round + " was lost");
        }
    }
}
