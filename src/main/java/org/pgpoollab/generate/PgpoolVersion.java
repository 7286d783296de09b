package org.pgpoollab.generate;

import java.util.Comparator;

/** A version of Pgpool-II. 4.3.5 is (4, 3, 5). */
public record PgpoolVersion(int major, int minor, int patch) implements Comparable<PgpoolVersion> {

    private static final Comparator<PgpoolVersion> ORDER = Comparator.comparingInt(PgpoolVersion::major)
            .thenComparingInt(PgpoolVersion::minor)
            .thenComparingInt(PgpoolVersion::patch);

    /** Returns whether this is {@code major.minor} or later. */
    public boolean isAtLeast(int major, int minor) {
        return compareTo(new PgpoolVersion(major, minor, 0)) >= 0;
    }

    @Override
    public int compareTo(PgpoolVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
