package org.pgpoollab.screen;

import java.time.Instant;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.report.Silence;

/** Why a fact is missing, and since when. */
final class Silent {

    private Silent() {}

    /** {@code ✗ refused 4 s}; {@code · not asked yet}. */
    static GridCell cell(Observed<?> fact, Instant now) {
        if (!fact.isUnreachable()) {
            return new GridCell("· not asked yet", Meaning.UNKNOWN);
        }
        return new GridCell("✗ " + Silence.brief(fact.reason()) + " " + Age.text(fact.age(now)), Meaning.BAD);
    }
}
