package org.pgpoollab.observe;

import java.time.Instant;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Observed.Unreachable;

/** A question and what is known by it. For one thread. */
final class Fact<T> {

    private final Question<T> question;
    private Observed<T> known = Observed.unasked();

    Fact(Question<T> question) {
        this.question = question;
    }

    Question<T> question() {
        return question;
    }

    Observed<T> known() {
        return known;
    }

    void seen(T value, Instant at) {
        known = Observed.seen(value, at);
    }

    /** What was known is old by now, and nobody asks anew. */
    void forget() {
        known = Observed.unasked();
    }

    /** @param sent when the question was; what counts is when the first one of a run of failures was */
    void missed(String reason, Instant sent) {
        var since = known instanceof Unreachable<T> silent ? silent.since() : sent;
        known = Observed.unreachable(reason, since);
    }
}
