package org.pgpoollab.engine.compose;

import java.util.Optional;

/** A range of IPv4 addresses, as numbers of 32 bits. */
record AddressRange(long first, long last) {

    private static final int BITS = 32;

    /** @param text in CIDR notation, of any address of the range: {@code 10.77.0.1/24}; empty if it is no such text */
    static Optional<AddressRange> of(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}/([0-9]|[12][0-9]|3[0-2])")) {
            return Optional.empty();
        }
        var slash = text.indexOf('/');
        var address = 0L;
        for (var number : text.substring(0, slash).split("\\.")) {
            address = address * 256 + Long.parseLong(number);
        }
        var size = 1L << (BITS - Integer.parseInt(text.substring(slash + 1)));
        var first = address / size * size;
        return Optional.of(new AddressRange(first, first + size - 1));
    }

    boolean overlaps(AddressRange other) {
        return first <= other.last && other.first <= last;
    }

    boolean isWithin(AddressRange other) {
        return other.first <= first && last <= other.last;
    }

    /** Returns the range in CIDR notation. */
    @Override
    public String toString() {
        return (first >> 24) + "." + (first >> 16 & 255) + "." + (first >> 8 & 255) + "." + (first & 255) + "/"
                + (BITS - Long.numberOfTrailingZeros(last - first + 1));
    }
}
