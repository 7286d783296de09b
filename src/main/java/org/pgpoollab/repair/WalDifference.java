package org.pgpoollab.repair;

import java.util.Objects;
import java.util.Optional;
import org.pgpoollab.cluster.Lsn;

/**
 * The result of a comparison of two nodes' WAL files, byte by byte.
 *
 * @param place the first byte that differs; {@link Lsn#INVALID} if none does
 * @param doubt why it is not known whether any byte differs; empty if it is known
 */
public record WalDifference(Lsn place, String doubt) {

    public static final WalDifference NONE = new WalDifference(Lsn.INVALID, "");

    public WalDifference {
        Objects.requireNonNull(place);
        Objects.requireNonNull(doubt);
    }

    /** Returns the first byte that differs; empty if none does. */
    public Optional<Lsn> first() {
        return place.ifValid();
    }

    public static WalDifference at(Lsn first) {
        return new WalDifference(first, "");
    }

    public static WalDifference unknown(String doubt) {
        return new WalDifference(Lsn.INVALID, doubt);
    }
}
