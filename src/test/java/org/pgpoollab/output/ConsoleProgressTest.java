package org.pgpoollab.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.plan.step.Plan;

class ConsoleProgressTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
    private final ConsoleProgress progress = new ConsoleProgress(
            Plan.of("start", List.of()),
            new Output(stream, stream, StandardCharsets.UTF_8, Format.TEXT, Style.PLAIN),
            false);

    @Test
    void whatIsWaitedForAndWhatLetsItWaitAreBothSentences() {
        progress.waiting("every pgpool to hold pg-1 up");
        progress.waitingBecause("pgpool-0 does not answer (connection refused)");
        progress.waitingBecause("");

        assertEquals(
                List.of(
                        "  … waiting for every pgpool to hold pg-1 up",
                        "  … waiting, because pgpool-0 does not answer (connection refused)"),
                told.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
