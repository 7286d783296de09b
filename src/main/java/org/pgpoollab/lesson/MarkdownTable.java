package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.pgpoollab.report.WordWrap;

/** Lays out a table: columns side by side where they fit, otherwise the widest column is wrapped. */
record MarkdownTable(InlineMarkdown inline) {

    private static final String GAP = "  ";
    private static final int LEAST_COLUMN = 8;

    List<String> lines(TableBlock table, int width) {
        var rows = rows(table);
        var widths = widths(rows);
        while (total(widths) > width && widest(widths) >= 0 && widths[widest(widths)] > LEAST_COLUMN) {
            widths[widest(widths)]--;
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            lines.addAll(row(rows.get(i), widths));
            if (i == 0) {
                lines.add(IntStream.of(widths)
                        .mapToObj("─"::repeat)
                        .reduce((left, right) -> left + GAP + right)
                        .orElse(""));
            }
        }
        return lines;
    }

    private List<List<String>> rows(TableBlock table) {
        var rows = new ArrayList<List<String>>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
            }
        }
        return rows;
    }

    private List<String> cells(Node row) {
        var cells = new ArrayList<String>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(inline.of(cell));
        }
        return cells;
    }

    private static int[] widths(List<List<String>> rows) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> WordWrap.width(row.get(column)))
                        .max()
                        .orElse(1))
                .toArray();
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .reduce((left, right) -> widths[right] > widths[left] ? right : left)
                .orElse(-1);
    }

    private static List<String> row(List<String> cells, int[] widths) {
        var wrapped = IntStream.range(0, cells.size())
                .mapToObj(column -> WordWrap.lines(cells.get(column), widths[column]))
                .toList();
        var height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> line(wrapped, line, widths))
                .toList();
    }

    private static String line(List<List<String>> cells, int line, int[] widths) {
        var text = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = line < cells.get(column).size() ? cells.get(column).get(line) : "";
            text.append(cell)
                    .append(" ".repeat(Math.max(0, widths[column] - WordWrap.width(cell))))
                    .append(GAP);
        }
        return text.toString().stripTrailing();
    }
}
