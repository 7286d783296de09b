package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.Observed;

/**
 * An observation that must be confirmed, because the facts of a snapshot were not all taken at the same moment. It counts as confirmed when
 * it still holds after every fact that supports it was probed again.
 *
 * @param since the time of the snapshot in which it was first seen; {@link Instant#MAX} if there is nothing to confirm
 */
record ConfirmedObservation(Instant since) {

    static final ConfirmedObservation NONE = new ConfirmedObservation(Instant.MAX);

    /** Returns this observation, or one that begins now if there was nothing to confirm. */
    ConfirmedObservation orFrom(Instant now) {
        return equals(NONE) ? new ConfirmedObservation(now) : this;
    }

    /** Returns whether all of these facts that were seen at all were seen after the observation began. */
    boolean isSettledBy(Stream<? extends Observed<?>> facts) {
        return sightings(facts).stream().allMatch(at -> at.isAfter(since));
    }

    private static List<Instant> sightings(Stream<? extends Observed<?>> facts) {
        return facts.flatMap(fact -> fact instanceof Observed.Seen<?> seen ? Stream.of(seen.at()) : Stream.empty())
                .toList();
    }
}
