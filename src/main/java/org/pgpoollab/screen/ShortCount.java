package org.pgpoollab.screen;

import java.util.List;
import java.util.Locale;

/** Formats a count in at most four characters. */
final class ShortCount {

    private static final List<String> UNITS = List.of("", "k", "M", "G", "T");

    private ShortCount() {}

    /** {@code 999}, {@code 1.2k}, {@code 38k}, {@code 5.0M}. */
    static String text(long count) {
        var amount = (double) count;
        var unit = 0;
        while (amount >= 999.5 && unit < UNITS.size() - 1) {
            amount /= 1000;
            unit++;
        }
        var format = unit == 0 || amount >= 9.95 ? "%.0f%s" : "%.1f%s";
        return String.format(Locale.ROOT, format, amount, UNITS.get(unit));
    }
}
