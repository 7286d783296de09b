package org.pgpoollab.report;

/** The heading of a column, and on which side its cells are flush. */
public record TableColumn(String title, boolean isRightAligned) {

    public static TableColumn left(String title) {
        return new TableColumn(title, false);
    }

    /** For numbers. */
    public static TableColumn right(String title) {
        return new TableColumn(title, true);
    }
}
