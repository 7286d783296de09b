package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.report.TerminalLook;

class ReportTableTest {

    private final ReportTable grid =
            new ReportTable(List.of("run", "no writes"), List.of(List.of("1", "2.91 s"), List.of("median", "12.0 s")));

    @Test
    void namesAreFlushLeftAndNumbersFlushRight() {
        assertEquals("""
                run     no writes
                1          2.91 s
                median     12.0 s""", String.join("\n", grid.lines(TerminalLook.PLAIN)));
    }

    @Test
    void asMarkdownItIsATable() {
        assertEquals("""
                | run | no writes |
                |:---|---:|
                | 1 | 2.91 s |
                | median | 12.0 s |""", grid.markdown());
    }
}
