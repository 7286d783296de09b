package org.pgpoollab.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Table;
import org.pgpoollab.report.TableColumn;
import org.pgpoollab.report.TerminalLook;

/** A table of names and numbers that can be shown in the terminal, in an HTML page and in Markdown. */
public record ReportTable(List<String> headings, List<List<String>> rows) {

    public ReportTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Whether a column is left-aligned: the first column, and any with a cell that begins with a letter. Numbers are right-aligned. */
    boolean isText(int column) {
        return column == 0
                || rows.stream()
                        .map(row -> row.get(column))
                        .anyMatch(cell -> !cell.isEmpty() && Character.isLetter(cell.codePointAt(0)));
    }

    List<String> lines(TerminalLook look) {
        var columns = IntStream.range(0, headings.size())
                .mapToObj(index -> new TableColumn(headings.get(index), !isText(index)))
                .toList();
        return new Table(
                        columns,
                        rows.stream()
                                .map(row -> row.stream().map(ReportCell::plain).toList())
                                .toList())
                .lines(look);
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add(line(headings));
        lines.add(IntStream.range(0, headings.size())
                .mapToObj(index -> isText(index) ? ":---" : "---:")
                .collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
