package org.pgpoollab.screen;

import java.util.function.Function;

/**
 * One column of a grid, in one of its widths.
 *
 * @param fact the kind of {@link TrackedFact} that the column shows and whose changes are marked; empty if it changes all the time
 * @param least the minimum width, kept even if all cells are narrower, so that the grid does not move when they change
 * @param most the maximum width; longer cells are cut
 * @param opensGroup whether a vertical line separates it from the column before
 */
record GridColumn<R extends GridRow>(
        String heading,
        String fact,
        int least,
        int most,
        boolean isRight,
        boolean opensGroup,
        Function<R, GridCell> cell) {

    static <R extends GridRow> GridColumn<R> of(String heading, int least, Function<R, GridCell> cell) {
        var width = Math.max(least, heading.length());
        return new GridColumn<>(heading, TrackedFact.NONE, width, width, false, false, cell);
    }

    GridColumn<R> upTo(int columns) {
        return new GridColumn<>(heading, fact, least, columns, isRight, opensGroup, cell);
    }

    GridColumn<R> right() {
        return new GridColumn<>(heading, fact, least, most, true, opensGroup, cell);
    }

    GridColumn<R> group() {
        return new GridColumn<>(heading, fact, least, most, isRight, true, cell);
    }

    GridColumn<R> marking(String kind) {
        return new GridColumn<>(heading, kind, least, most, isRight, opensGroup, cell);
    }

    GridCell show(R row) {
        return row.isRunning() ? cell.apply(row) : row.asleep(fact);
    }
}
