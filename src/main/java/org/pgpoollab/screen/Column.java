package org.pgpoollab.screen;

import java.util.function.Function;

/**
 * One column of a grid in one wording.
 *
 * @param fact the kind of {@link Fact} that it shows, whose changes are marked; empty if it always moves
 * @param least how wide it is even if its cells are narrower, so that the grid stays calm when they change
 * @param most how wide it gets at most: longer cells are cut
 * @param opensGroup whether a line parts it from the column before
 */
record Column<R extends GridRow>(
        String heading,
        String fact,
        int least,
        int most,
        boolean isRight,
        boolean opensGroup,
        Function<R, GridCell> cell) {

    static <R extends GridRow> Column<R> of(String heading, int least, Function<R, GridCell> cell) {
        var width = Math.max(least, heading.length());
        return new Column<>(heading, Fact.NONE, width, width, false, false, cell);
    }

    Column<R> upTo(int columns) {
        return new Column<>(heading, fact, least, columns, isRight, opensGroup, cell);
    }

    Column<R> right() {
        return new Column<>(heading, fact, least, most, true, opensGroup, cell);
    }

    Column<R> group() {
        return new Column<>(heading, fact, least, most, isRight, true, cell);
    }

    Column<R> marking(String kind) {
        return new Column<>(heading, kind, least, most, isRight, opensGroup, cell);
    }

    GridCell show(R row) {
        return row.isRunning() ? cell.apply(row) : row.asleep(fact);
    }
}
