package org.pgpoollab.report;

import java.util.List;

/** Formats a number of bytes for people. */
public final class ByteSize {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB");
    private static final int CARRY = 10 * 1024;

    private ByteSize() {}

    /**
     * Returns {@code 0 B}, {@code 10 kB}, {@code 47 MB}: the next unit begins at ten thousand of the previous, as in
     * {@code pg_size_pretty}.
     */
    public static String text(long bytes) {
        var amount = bytes;
        var unit = 0;
        while (amount >= CARRY && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return amount + " " + UNITS.get(unit);
    }
}
