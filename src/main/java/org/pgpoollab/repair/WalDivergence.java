package org.pgpoollab.repair;

import java.util.Objects;
import java.util.Optional;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.TimelineHistory;

/**
 * Whether the primary has all WAL of a node, and if not, where the node left the primary's history.
 *
 * @param place where the node's own WAL begins; {@link Lsn#INVALID} if it has none, or it is not known
 * @param canBeRewound whether pg_rewind and repmgr can take the node back: only from a timeline that the primary has left
 * @param doubt why it is not known; empty if it is known
 */
public record WalDivergence(Lsn place, boolean canBeRewound, String doubt) {

    public static final WalDivergence NONE = new WalDivergence(Lsn.INVALID, true, "");

    public WalDivergence {
        Objects.requireNonNull(place);
        Objects.requireNonNull(doubt);
    }

    public static WalDivergence unknown(String doubt) {
        return new WalDivergence(Lsn.INVALID, false, doubt);
    }

    /**
     * Determines the divergence from the timeline histories and the compared WAL.
     *
     * @param end where the valid WAL of the node ends; empty if that is not known
     * @param wal of both, on the timeline that they share, up to where either of them ends or leaves it
     */
    public static WalDivergence of(
            TimelineHistory node, Optional<Lsn> end, TimelineHistory primary, WalDifference wal) {
        var shared = node.shared(primary);
        if (shared.isEmpty()) {
            return unknown("the histories of their timelines have nothing in common");
        }
        if (wal.first().isPresent()) {
            return new WalDivergence(wal.place(), false, "");
        }
        var timeline = shared.get().timeline();
        var hasLeft = node.current().timeline() != timeline;
        var canBeRewound = !hasLeft && primary.current().timeline() != timeline;
        var goesBeyond = end.filter(last -> last.compareTo(shared.get().end()) > 0);
        if (hasLeft || goesBeyond.isPresent()) {
            return new WalDivergence(shared.get().end(), canBeRewound, wal.doubt());
        }
        return end.isPresent() && wal.doubt().isEmpty()
                ? NONE
                : new WalDivergence(Lsn.INVALID, canBeRewound, doubt(wal));
    }

    private static String doubt(WalDifference wal) {
        return wal.doubt().isEmpty() ? "the end of its WAL cannot be found" : wal.doubt();
    }

    /** Returns where the node's own WAL begins; empty if it has none, or it is not known. */
    public Optional<Lsn> fork() {
        return place.ifValid();
    }

    /** Returns whether the node is known to have WAL that the primary does not have. */
    public boolean isApart() {
        return fork().isPresent();
    }

    public boolean isKnown() {
        return doubt.isEmpty();
    }
}
