package org.pgpoollab.repair;

import java.util.Objects;
import java.util.Optional;
import org.pgpoollab.cluster.Lsn;

/**
 * The result of a comparison of two nodes' WAL files, byte by byte.
 *
 * @param first the first byte that differs; empty if none does
 * @param doubt why it is not known whether any byte differs; empty if it is known
 */
public record WalDifference(Optional<Lsn> first, String doubt) {

    public static final WalDifference NONE = new WalDifference(Optional.empty(), "");

    public WalDifference {
        Objects.requireNonNull(first);
        Objects.requireNonNull(doubt);
    }

    public static WalDifference at(Lsn first) {
        return new WalDifference(Optional.of(first), "");
    }

    public static WalDifference unknown(String doubt) {
        return new WalDifference(Optional.empty(), doubt);
    }
}
