package org.pgpoollab.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;

/**
 * Decides which snapshots are kept: each that differs in words from the one before, at once; of the others, which differ in positions,
 * counters and ages, one a second. For one thread.
 */
final class SnapshotThinning {

    private static final Duration OF_OTHERS = Duration.ofSeconds(1);

    private Optional<FactWords> before = Optional.empty();
    private Instant keptAt = Instant.MIN;

    /** What becomes of a snapshot. */
    enum Verdict {
        LEFT_OUT,
        KEPT,
        /** Kept, and it differs in words from the one before. */
        CHANGE
    }

    Verdict judge(ClusterState state) {
        var words = FactWords.of(state);
        var isChange = before.filter(words::equals).isEmpty();
        var isFirst = before.isEmpty();
        if (!isChange && state.at().isBefore(keptAt.plus(OF_OTHERS))) {
            return Verdict.LEFT_OUT;
        }
        before = Optional.of(words);
        keptAt = state.at();
        return isChange && !isFirst ? Verdict.CHANGE : Verdict.KEPT;
    }
}
