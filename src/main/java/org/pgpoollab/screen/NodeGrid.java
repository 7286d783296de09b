package org.pgpoollab.screen;

import java.util.IdentityHashMap;
import java.util.List;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * Paints nodes as rows and facts as columns. It uses the first of several column sets that fits. One column at the left of every
 * row stays free for the selection mark.
 */
final class NodeGrid<R extends GridRow> {

    private static final int LEFT = 1;
    /** From this width on the gap between columns is one column wider. */
    private static final int WIDE = 150;

    private final List<R> rows;
    private final ScreenView view;
    private final int width;
    private final IdentityHashMap<GridColumn<R>, List<GridCell>> cells = new IdentityHashMap<>();
    private final IdentityHashMap<GridColumn<R>, Integer> widths = new IdentityHashMap<>();
    private final List<GridColumn<R>> columns;
    private final int gap;

    /**
     * Chooses the columns.
     *
     * @param sets the possible column sets, from wide to narrow
     */
    NodeGrid(List<List<GridColumn<R>>> sets, List<R> rows, int width, ScreenView view) {
        this.rows = rows;
        this.view = view;
        this.width = width - LEFT;
        this.gap = width < WIDE ? 2 : 3;
        this.columns = sets.stream().filter(this::fits).findFirst().orElseGet(() -> sets.get(sets.size() - 1));
    }

    private boolean fits(List<GridColumn<R>> set) {
        var text = set.stream().mapToInt(this::width).sum();
        var lines = (int) set.stream().filter(GridColumn::opensGroup).count();
        return text + gap * (set.size() - 1) + lines <= width;
    }

    private int width(GridColumn<R> column) {
        return widths.computeIfAbsent(column, this::measured);
    }

    private int measured(GridColumn<R> column) {
        var widest = cells(column).stream()
                .mapToInt(cell -> TextFit.width(cell.text(), view.theme()))
                .max()
                .orElse(0);
        return Math.max(column.least(), Math.min(column.most(), widest));
    }

    private List<GridCell> cells(GridColumn<R> column) {
        return cells.computeIfAbsent(
                column, absent -> rows.stream().map(absent::show).toList());
    }

    /** Paints the heading and below it as many rows as fit, starting with row {@code top}. */
    void paint(Canvas canvas, int top) {
        var shown = Math.min(rows.size() - top, canvas.rows() - 1);
        for (var line = 0; line < shown; line++) {
            paintSelection(canvas, line + 1, rows.get(top + line));
        }
        var end = 0;
        for (var each : columns) {
            var isFirst = end == 0;
            var begin = isFirst ? LEFT : end + gap + (each.opensGroup() ? 1 : 0);
            if (each.opensGroup() && !isFirst) {
                paintLine(canvas, begin - 2, top, shown);
            }
            paint(canvas, begin, each, top, shown);
            end = begin + width(each);
        }
    }

    private void paintSelection(Canvas canvas, int line, R row) {
        if (view.isSelected(row.node())) {
            var theme = view.theme();
            canvas.part(0, line, canvas.columns(), 1).fill(theme.selected(GlyphStyle.PLAIN));
            canvas.write(0, line, theme.shown("▸"), theme.selected(theme.style(StyleRole.TITLE)));
        }
    }

    private void paintLine(Canvas canvas, int column, int top, int shown) {
        var theme = view.theme();
        var style = theme.style(StyleRole.BORDER);
        canvas.write(column, 0, theme.shown("│"), style);
        for (var line = 0; line < shown; line++) {
            canvas.write(column, line + 1, theme.shown("│"), inRow(rows.get(top + line), style));
        }
    }

    private void paint(Canvas canvas, int column, GridColumn<R> each, int top, int shown) {
        var theme = view.theme();
        write(canvas, column, 0, each, each.heading(), theme.style(StyleRole.HEADING));
        for (var line = 0; line < shown; line++) {
            var row = rows.get(top + line);
            var cell = cells(each).get(top + line);
            var style = theme.style(cell.meaning());
            if (isFresh(row, each)) {
                var begin = write(canvas, column, line + 1, each, cell.text(), theme.changed(style));
                canvas.write(begin - 1, line + 1, theme.shown("›"), theme.changed(style));
            } else {
                write(canvas, column, line + 1, each, cell.text(), inRow(row, style));
            }
        }
    }

    private boolean isFresh(R row, GridColumn<R> column) {
        var fact = new TrackedFact(row.node(), column.fact());
        return view.past().recent().isFresh(fact, view.moment());
    }

    private GlyphStyle inRow(R row, GlyphStyle style) {
        return view.isSelected(row.node()) ? view.theme().selected(style) : style;
    }

    /** Writes a cell and returns the column where its text begins. */
    private int write(Canvas canvas, int column, int line, GridColumn<R> each, String text, GlyphStyle style) {
        var columnsWide = width(each);
        var clipped = TextFit.to(text, columnsWide, view.theme());
        var indent = each.isRight() ? columnsWide - DisplayWidth.of(clipped) : 0;
        canvas.write(column + indent, line, clipped, style);
        return column + indent;
    }
}
