package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table with headings. Columns are two spaces apart and as wide as their widest cell. Immutable. */
public record Table(List<TableColumn> columns, List<List<ReportCell>> rows) {

    private static final String GAP = "  ";

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /** Returns the heading and one line for each row. No line ends with a space. */
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        var headings =
                columns.stream().map(column -> ReportCell.dim(column.title())).toList();
        var widths = widths(headings, look);
        lines.add(line(headings, widths, look));
        rows.forEach(row -> lines.add(line(row, widths, look)));
        return lines;
    }

    private List<Integer> widths(List<ReportCell> headings, TerminalLook look) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> rows.stream()
                        .map(row -> width(row.get(index), look))
                        .reduce(width(headings.get(index), look), Math::max))
                .toList();
    }

    private String line(List<ReportCell> cells, List<Integer> widths, TerminalLook look) {
        var line = new StringBuilder();
        var owed = 0;
        for (var index = 0; index < cells.size(); index++) {
            var cell = cells.get(index);
            var padding = widths.get(index) - width(cell, look);
            var isRightAligned = columns.get(index).isRightAligned();
            owed += isRightAligned ? padding : 0;
            if (width(cell, look) > 0) {
                line.append(" ".repeat(owed)).append(cell.painted(look));
                owed = 0;
            }
            owed += GAP.length() + (isRightAligned ? 0 : padding);
        }
        return line.toString();
    }

    private static int width(ReportCell cell, TerminalLook look) {
        return DisplayWidth.of(cell.shown(look));
    }
}
