package org.pgpoollab.observe;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Observed.Unreachable;

/** A probe and its latest result. For one thread. */
final class ProbeResult<T> {

    private final Probe<T> probe;
    private final Supplier<Optional<Instant>> earlier;
    private Observed<T> known = Observed.unasked();
    private boolean wasSeen;

    ProbeResult(Probe<T> probe) {
        this(probe, Optional::empty);
    }

    /** @param earlier returns since when the node is silent, as other processes recorded it; called only before the first answer */
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

    /** Records that the outcome is unknown. A node that was unreachable before stays so. */
    void undecided(String reason) {
        if (!known.isUnreachable()) {
            known = Observed.unknown(reason);
        }
    }

    /** Clears the result, because it is old and the probe is not repeated. */
    void forget() {
        known = Observed.unasked();
    }

    /** @param sent when the probe started; of successive failures the first one counts */
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
