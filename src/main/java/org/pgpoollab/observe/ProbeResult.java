package org.pgpoollab.observe;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Observed.Unreachable;

/** A question and what is known by it. For one thread. */
final class ProbeResult<T> {

    private final Probe<T> probe;
    private final Supplier<Optional<Instant>> earlier;
    private Observed<T> known = Observed.unasked();
    private boolean wasSeen;

    ProbeResult(Probe<T> probe) {
        this(probe, Optional::empty);
    }

    /** @param earlier since when others have had no answer; asked only while none was ever seen here */
    ProbeResult(Probe<T> probe, Supplier<Optional<Instant>> earlier) {
        this.probe = probe;
        this.earlier = earlier;
    }

    Probe<T> probe() {
        return probe;
    }

    Observed<T> known() {
        return known;
    }

    void seen(T value, Instant at) {
        known = Observed.seen(value, at);
        wasSeen = true;
    }

    /** Whether it would have answered cannot be told; who was silent before is still. */
    void undecided(String reason) {
        if (!known.isUnreachable()) {
            known = Observed.unknown(reason);
        }
    }

    /** What was known is old by now, and nobody asks anew. */
    void forget() {
        known = Observed.unasked();
    }

    /** @param sent when the question was; what counts is when the first one of a run of failures was */
    void missed(String reason, Instant sent) {
        known = Observed.unreachable(reason, since(sent));
    }

    private Instant since(Instant sent) {
        if (known instanceof Unreachable<T> silent) {
            return silent.since();
        }
        return wasSeen ? sent : earlier.get().filter(sent::isAfter).orElse(sent);
    }
}
