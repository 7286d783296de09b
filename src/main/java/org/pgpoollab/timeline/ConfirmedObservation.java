package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.Observed;

/**
 * Something seen that may be a trick of time: the facts of a snapshot were not all taken at the same moment. It is believed when it
 * is still so after every fact that speaks for it was asked for anew.
 *
 * @param since of the snapshot in which it was first seen; far in the future if nothing is in doubt
 */
record ConfirmedObservation(Instant since) {

    static final ConfirmedObservation NONE = new ConfirmedObservation(Instant.MAX);

    /** The doubt that there is, else one that begins now. */
    ConfirmedObservation orFrom(Instant now) {
        return equals(NONE) ? new ConfirmedObservation(now) : this;
    }

    /** Whether all of these facts that were seen at all were seen after the doubt began. */
    boolean isSettledBy(Stream<? extends Observed<?>> facts) {
        return sightings(facts).stream().allMatch(at -> at.isAfter(since));
    }

    private static List<Instant> sightings(Stream<? extends Observed<?>> facts) {
        return facts.flatMap(fact -> fact instanceof Observed.Seen<?> seen ? Stream.of(seen.at()) : Stream.empty())
                .toList();
    }
}
