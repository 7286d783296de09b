package org.pgpoollab.screen;

import java.time.Instant;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.report.UnseenReason;

/** Builds the cell for a missing fact: the reason and since when. */
final class SilenceCell {

    private SilenceCell() {}

    /** {@code ✗ refused 4 s}; {@code · not asked yet}, {@code · too busy}. */
    static GridCell cell(Observed<?> fact, Instant now) {
        if (!fact.isUnreachable()) {
            return new GridCell("· " + fact.reason(), StyleRole.UNKNOWN);
        }
        return new GridCell("✗ " + word(fact.reason()) + " " + ChangeAge.text(fact.age(now)), StyleRole.BAD);
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
