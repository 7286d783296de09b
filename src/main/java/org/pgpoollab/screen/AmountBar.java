package org.pgpoollab.screen;

/** Draws an amount as a horizontal bar, in steps of an eighth of a column. */
final class AmountBar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private AmountBar() {}

    /**
     * Returns a bar of exactly {@code columns} columns. It is full if {@code amount} reaches {@code most}, and empty only for an
     * amount of 0.
     */
    static String of(long amount, long most, int columns) {
        if (amount <= 0 || most <= 0) {
            return " ".repeat(columns);
        }
        var eighths = (int) Math.max(1, Math.round(8.0 * columns * Math.min(amount, most) / most));
        var full = "█".repeat(eighths / 8);
        var rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return full + rest + " ".repeat(columns - full.length() - rest.length());
    }
}
