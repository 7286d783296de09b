package org.pgpoollab.screen;

/** An amount as a bar, in eighths of a column. */
final class AmountBar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private AmountBar() {}

    /** Exactly that many columns wide: full if {@code amount} is {@code most}; never empty but for 0. */
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
