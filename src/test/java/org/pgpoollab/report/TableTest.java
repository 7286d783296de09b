package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<Column> NAME_AND_COUNT = List.of(Column.left("name"), Column.right("count"));

    @Test
    void textIsFlushLeftAndNumbersAreFlushRight() {
        assertTable("""
                name      count
                pg-0          5
                pgpool-0   1200
                """, Look.PLAIN, List.of(row("pg-0", "5"), row("pgpool-0", "1200")));
    }

    @Test
    void wideAndCombiningCharactersKeepTheColumnsStraight() {
        assertTable("""
                name    count
                日本語      1
                e\u0301tude       2
                🐘🐘        3
                """, Look.PLAIN, List.of(row("日本語", "1"), row("e\u0301tude", "2"), row("🐘🐘", "3")));
    }

    @Test
    void nothingInACellCanMoveTheCursor() {
        assertTable("""
                name                      count
                a␛[31mb␊c␉\\u{9b}\\u{202e}      1
                """, Look.PLAIN, List.of(row("a\u001b[31mb\nc\t\u009b\u202e", "1")));
    }

    @Test
    void asciiHasAStandInForEverySign() {
        var rows = List.of(
                List.of(Cell.marked(Tone.GOOD, "up"), Cell.plain("1")),
                List.of(Cell.marked(Tone.BAD, "down"), Cell.plain("2")),
                List.of(Cell.marked(Tone.WARN, "lost…"), Cell.plain("3")),
                List.of(Cell.plain("日\u001b"), Cell.plain("4")));

        assertTable("""
                name       count
                * up           1
                x down         2
                ^ lost...      3
                ?^[            4
                """, Look.ASCII, rows);
    }

    @Test
    void colourIsAddedToTheSameCharacters() {
        var table = new Table(
                List.of(Column.left("a"), Column.left("b")),
                List.of(List.of(Cell.marked(Tone.BAD, "down"), Cell.plain("x"))));

        var painted = table.lines(Look.COLOUR);

        assertEquals("\u001b[31m✗ down\u001b[0m  x", painted.get(1));
        assertEquals(
                table.lines(Look.PLAIN),
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
                """, Look.PLAIN, List.of(row("pg-0", ""), row("", "1")));
    }

    @Test
    void anEmptyTableIsItsHeading() {
        assertTable("name  count\n", Look.PLAIN, List.of());
    }

    @Test
    void aRowMustFitItsColumns() {
        var tooShort = List.of(List.of(Cell.plain("x")));

        assertThrows(IllegalArgumentException.class, () -> new Table(NAME_AND_COUNT, tooShort));
    }

    private static List<Cell> row(String name, String count) {
        return List.of(Cell.plain(name), Cell.plain(count));
    }

    private static void assertTable(String expected, Look look, List<List<Cell>> rows) {
        assertEquals(expected, String.join("\n", new Table(NAME_AND_COUNT, rows).lines(look)) + "\n");
    }
}
