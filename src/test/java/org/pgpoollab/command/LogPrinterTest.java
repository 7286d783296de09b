package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.output.Format;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.Style;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.topology.Node;

class LogPrinterTest {

    private static final String QUORUM_LOST = "watchdog pid 16: LOG:  We have lost the quorum";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aKnownLineHasItsMeaningBelowIt() {
        print(Format.TEXT, Style.PLAIN, List.of(QUORUM_LOST, "main pid 1: LOG:  nobody knows this"));

        assertEquals("""
                pgpool-0 │ watchdog pid 16: LOG:  We have lost the quorum
                pgpool-0 │   = Too few pgpools are left to decide
                pgpool-0 │ main pid 1: LOG:  nobody knows this
                """, text());
    }

    @Test
    void onATerminalTheMeaningIsDim() {
        print(Format.TEXT, new Style(TerminalLook.COLOUR), List.of(QUORUM_LOST));

        assertTrue(text().contains("\033[2m  = Too few pgpools are left to decide\033[m"), text());
    }

    @Test
    void aLineThatRepeatsIsExplainedOnceInAScreenful() {
        print(Format.TEXT, Style.PLAIN, Collections.nCopies(21, QUORUM_LOST));

        assertEquals(2, text().lines().filter(line -> line.contains(" = ")).count());
    }

    @Test
    void jsonExplainsEachLine() {
        print(Format.JSON, Style.PLAIN, List.of(QUORUM_LOST, QUORUM_LOST));

        assertEquals(
                2,
                text().lines()
                        .filter(line -> line.contains("\"name\":\"watchdog-quorum-lost\""))
                        .count(),
                text());
    }

    private void print(Format format, Style style, List<String> lines) {
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var output = new Output(stream, stream, StandardCharsets.UTF_8, format, style);
        var printer = new LogPrinter(output, List.of(Node.pgpool(0)), true);
        lines.forEach(line -> printer.print(new LogLine(Instant.EPOCH, Node.pgpool(0), "pgpool.log", line)));
        output.flush();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
