package org.pgpoollab.screen;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.report.UnseenReason;

/** Builds the cell for a missing fact: the reason and since when. */
final class SilenceCell {

    private SilenceCell() {}

    /**
     * {@code ✗ refused 4 s}; {@code · not asked yet}, {@code · too busy}; {@code · starting} while {@code up} runs. The age is that at the
     * snapshot, as in findings, so that both say the same.
     */
    static GridCell cell(ClusterState state, Observed<?> fact) {
        if (UnseenReason.isOfStart(state, fact)) {
            return new GridCell("· starting", StyleRole.UNKNOWN);
        }
        if (!fact.isUnreachable()) {
            return new GridCell("· " + fact.reason(), StyleRole.UNKNOWN);
        }
        return new GridCell("✗ " + word(fact.reason()) + " " + ChangeAge.text(fact.age(state.at())), StyleRole.BAD);
    }

    /** Returns the reason in one word if there is one, so that the age fits into a narrow column. */
    private static String word(String reason) {
        var brief = UnseenReason.brief(reason);
        return switch (brief) {
            case "starting up" -> "starting";
            case "shutting down" -> "stopping";
            default -> brief;
        };
    }
}
