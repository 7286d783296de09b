package org.pgpoollab.report;

/** A column of a table: its heading and the alignment of its cells. */
public record TableColumn(String title, boolean isRightAligned) {

    public static TableColumn left(String title) {
        return new TableColumn(title, false);
    }

    /** Creates a right-aligned column, for numbers. */
    public static TableColumn right(String title) {
        return new TableColumn(title, true);
    }
}
