package org.pgpoollab.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void onATerminalALongReasonIsBrokenIntoLinesAndAllOfThemAreErased() {
        var narrow = new ConsoleProgress(
                Plan.of("start", List.of()),
                new Output(stream, stream, StandardCharsets.UTF_8, Format.TEXT, Style.PLAIN, () -> 30),
                true);

        narrow.waitingBecause("pgpool-0 does not answer: connection refused");
        narrow.clear();

        var shown = told.toString(StandardCharsets.UTF_8);
        var lines = shown.substring(0, shown.indexOf('\r')).lines().toList();
        assertTrue(lines.size() > 1 && lines.stream().allMatch(line -> line.length() <= 30), lines::toString);
        assertTrue(
                String.join(" ", lines).replaceAll(" +", " ").endsWith("pgpool-0 does not answer: connection refused"));
        assertEquals("\r\033[K" + "\033[A\033[K".repeat(lines.size() - 1), shown.substring(shown.indexOf('\r')));
    }
}
