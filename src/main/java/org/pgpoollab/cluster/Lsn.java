package org.pgpoollab.cluster;

import java.util.Optional;

/** A position in the WAL, in bytes from its beginning. Its text is {@code 0/3000148}, as PostgreSQL writes it. */
public record Lsn(long bytes) implements Comparable<Lsn> {

    /** No position, as PostgreSQL itself defines it: InvalidXLogRecPtr in xlogdefs.h. */
    public static final Lsn INVALID = new Lsn(0);

    /** Returns this position; empty if it is {@link #INVALID}. */
    public Optional<Lsn> ifValid() {
        return Optional.of(this).filter(lsn -> !lsn.equals(INVALID));
    }

    /** @throws IllegalArgumentException if the text is not two hexadecimal numbers with a slash between them */
    public static Lsn parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a WAL location: " + text);
        }
        var high = Long.parseUnsignedLong(text.substring(0, slash), 16);
        var low = Long.parseUnsignedLong(text.substring(slash + 1), 16);
        return new Lsn((high << 32) + low);
    }

    /**
     * Returns the name of the WAL segment file that contains this position, see XLogFileName in PostgreSQL's xlog_internal.h.
     *
     * @param size of a segment, in bytes
     */
    public String segment(int timeline, long size) {
        var number = Long.divideUnsigned(bytes, size);
        var perFourGigabytes = (1L << 32) / size;
        return String.format("%08X%08X%08X", timeline, number / perFourGigabytes, number % perFourGigabytes);
    }

    /** Returns how many bytes this position is behind {@code other}; negative when it is ahead. */
    public long behind(Lsn other) {
        return other.bytes - bytes;
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return Long.toHexString(bytes >>> 32).toUpperCase(java.util.Locale.ROOT)
                + "/"
                + Long.toHexString(bytes & 0xffffffffL).toUpperCase(java.util.Locale.ROOT);
    }
}
