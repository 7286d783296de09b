package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.pgpoollab.cluster.Observed;

/**
 * When one question is asked, and until when its answer counts. It is asked again only after it came back: a probe that hangs holds
 * one thread and no more. An answer that comes too late does not count, so what is seen is never older than what was missed.
 * For one thread.
 */
final class Turn<T> {

    private static final Duration NEVER = Duration.ofDays(100_000);

    private final Fact<T> fact;
    private final Function<T, Object> essence;
    private final Duration period;
    private final Duration patience;
    private Duration due = Duration.ZERO;
    private State state = State.IDLE;
    private Moment sent = new Moment(Duration.ZERO, Instant.EPOCH);

    private enum State {
        IDLE,
        ASKED,
        GIVEN_UP
    }

    /** What the end of a question did to the picture. */
    enum Change {
        NONE,
        /** Such as a WAL position: worth showing. */
        DETAIL,
        /** Such as a role: others may have changed too. */
        ESSENCE
    }

    /** @param essence the part of an answer whose change tells that something has happened */
    Turn(Fact<T> fact, Function<T, Object> essence, Duration period, Duration patience) {
        this.fact = fact;
        this.essence = essence;
        this.period = period;
        this.patience = patience;
    }

    Question<T> question() {
        return fact.question();
    }

    boolean isDue(Moment now) {
        return state == State.IDLE && now.uptime().compareTo(due) >= 0;
    }

    /** When it wants to be looked at again, if nothing is heard of it until then. */
    Duration wakesAt() {
        return switch (state) {
            case IDLE -> due;
            case ASKED -> sent.uptime().plus(patience);
            case GIVEN_UP -> NEVER;
        };
    }

    /** Keeps its step: a late start does not move the next one. */
    void asked(Moment now) {
        state = State.ASKED;
        sent = now;
        var next = due.plus(period);
        due = next.compareTo(now.uptime()) > 0 ? next : now.uptime().plus(period);
    }

    /** To be asked as soon as it can be. */
    void hurry(Moment now) {
        if (due.compareTo(now.uptime()) > 0) {
            due = now.uptime();
        }
    }

    /** Gives the question up if its time is over. */
    Change expire(Moment now) {
        if (state != State.ASKED || now.uptime().compareTo(wakesAt()) < 0) {
            return Change.NONE;
        }
        state = State.GIVEN_UP;
        question().abandon();
        return missed(Reasons.late(patience));
    }

    Change answered(T value, Instant at) {
        if (!cameBack()) {
            return Change.NONE;
        }
        var before = fact.known();
        fact.seen(value, at);
        if (before.value().filter(value::equals).isPresent()) {
            return Change.NONE;
        }
        var same =
                before.value().map(essence).filter(essence.apply(value)::equals).isPresent();
        return same || isFirst(before) ? Change.DETAIL : Change.ESSENCE;
    }

    Change failed(String reason) {
        return cameBack() ? missed(reason) : Change.NONE;
    }

    /** Whether it came back in time. */
    private boolean cameBack() {
        var inTime = state == State.ASKED;
        state = State.IDLE;
        return inTime;
    }

    private Change missed(String reason) {
        var before = fact.known();
        fact.missed(reason, sent.at());
        if (before.isSeen()) {
            return Change.ESSENCE;
        }
        return before.reason().equals(reason) ? Change.NONE : Change.DETAIL;
    }

    /** To have learnt something is not that something happened. */
    private static boolean isFirst(Observed<?> before) {
        return !before.isSeen() && !before.isUnreachable();
    }
}
