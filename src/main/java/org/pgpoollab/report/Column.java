package org.pgpoollab.report;

/** The heading of a column, and on which side its cells are flush. */
public record Column(String title, boolean isRightAligned) {

    public static Column left(String title) {
        return new Column(title, false);
    }

    /** For numbers. */
    public static Column right(String title) {
        return new Column(title, true);
    }
}
