package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<TableColumn> NAME_AND_COUNT =
            List.of(TableColumn.left("name"), TableColumn.right("count"));

    @Test
    void textIsFlushLeftAndNumbersAreFlushRight() {
        assertTable("""
                name      count
                pg-0          5
                pgpool-0   1200
                """, TerminalLook.PLAIN, List.of(row("pg-0", "5"), row("pgpool-0", "1200")));
    }

    @Test
    void wideAndCombiningCharactersKeepTheColumnsStraight() {
        assertTable("""
                name    count
                日本語      1
                e\u0301tude       2
                🐘🐘        3
                """, TerminalLook.PLAIN, List.of(row("日本語", "1"), row("e\u0301tude", "2"), row("🐘🐘", "3")));
    }

    @Test
    void nothingInACellCanMoveTheCursor() {
        assertTable("""
                name                      count
                a␛[31mb␊c␉\\u{9b}\\u{202e}      1
                """, TerminalLook.PLAIN, List.of(row("a\u001b[31mb\nc\t\u009b\u202e", "1")));
    }

    @Test
    void asciiHasAStandInForEverySign() {
        var rows = List.of(
                List.of(ReportCell.marked(Tone.GOOD, "up"), ReportCell.plain("1")),
                List.of(ReportCell.marked(Tone.BAD, "down"), ReportCell.plain("2")),
                List.of(ReportCell.marked(Tone.WARN, "lost…"), ReportCell.plain("3")),
                List.of(ReportCell.plain("日\u001b"), ReportCell.plain("4")));

        assertTable("""
                name       count
                * up           1
                x down         2
                ^ lost...      3
                ?^[            4
                """, TerminalLook.ASCII, rows);
    }

    @Test
    void colourIsAddedToTheSameCharacters() {
        var table = new Table(
                List.of(TableColumn.left("a"), TableColumn.left("b")),
                List.of(List.of(ReportCell.marked(Tone.BAD, "down"), ReportCell.plain("x"))));

        var painted = table.lines(TerminalLook.COLOUR);

        assertEquals("\u001b[31m✗ down\u001b[0m  x", painted.get(1));
        assertEquals(
                table.lines(TerminalLook.PLAIN),
                painted.stream()
                        .map(line -> line.replaceAll("\u001b\\[[0-9]*m", ""))
                        .toList());
    }

    @Test
    void noLineEndsWithASpace() {
        assertTable("""
                name  count
                pg-0
                          1
                """, TerminalLook.PLAIN, List.of(row("pg-0", ""), row("", "1")));
    }

    @Test
    void anEmptyTableIsItsHeading() {
        assertTable("name  count\n", TerminalLook.PLAIN, List.of());
    }

    @Test
    void aRowMustFitItsColumns() {
        var tooShort = List.of(List.of(ReportCell.plain("x")));

        assertThrows(IllegalArgumentException.class, () -> new Table(NAME_AND_COUNT, tooShort));
    }

    private static List<ReportCell> row(String name, String count) {
        return List.of(ReportCell.plain(name), ReportCell.plain(count));
    }

    private static void assertTable(String expected, TerminalLook look, List<List<ReportCell>> rows) {
        assertEquals(expected, String.join("\n", new Table(NAME_AND_COUNT, rows).lines(look)) + "\n");
    }
}
