package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.pgpoollab.cluster.Observed;

/**
 * When one question is asked, and until when its answer counts. It is asked again only after it came back: a probe that hangs holds
 * one thread and no more. An answer that comes too late does not count, so what is seen is never older than what was missed.
 * Who answers slowly is asked less often, however urgent it is: where more is to be done than can be, who looks must not make it worse.
 * For one thread.
 */
final class ProbeSchedule<T> {

    private static final Duration NEVER = Duration.ofDays(100_000);

    /** After an answer it rests this many times as long as the answer took. */
    private static final int REST = 2;

    private final ProbeResult<T> fact;
    private final Function<T, Object> essence;
    private final Duration period;
    private final Duration patience;
    private Duration due = Duration.ZERO;
    private Duration least = Duration.ZERO;
    private Duration rested = Duration.ZERO;
    private State state = State.IDLE;
    private ClockReading sent = new ClockReading(Duration.ZERO, Instant.EPOCH);
    private ProcessorDeadline deadline;
    private Duration givenUpAt = Duration.ZERO;
    private volatile boolean begun;

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
    ProbeSchedule(ProbeResult<T> fact, Function<T, Object> essence, Duration period, Duration patience) {
        this.fact = fact;
        this.essence = essence;
        this.period = period;
        this.patience = patience;
    }

    Probe<T> probe() {
        return fact.probe();
    }

    boolean isDue(ClockReading now) {
        return state == State.IDLE && now.uptime().compareTo(wakesAt()) >= 0;
    }

    /** When it wants to be looked at again, if nothing is heard of it until then. */
    Duration wakesAt() {
        return switch (state) {
            case IDLE -> due.compareTo(rested) > 0 ? due : rested;
            case ASKED -> givenUpAt;
            case GIVEN_UP -> NEVER;
        };
    }

    /** Keeps its step: a late start does not move the next one. */
    void asked(ClockReading now) {
        state = State.ASKED;
        sent = now;
        begun = false;
        deadline = new ProcessorDeadline(now, patience);
        givenUpAt = now.uptime().plus(patience);
        var next = due.plus(period);
        due = next.compareTo(now.uptime()) > 0 ? next : now.uptime().plus(period);
    }

    /** The question is on its way. For any thread: it is told by the one that asks. */
    void begun() {
        begun = true;
    }

    /** Has its first question wait. */
    ProbeSchedule<T> beginningAt(Duration uptime) {
        due = uptime;
        return this;
    }

    /** Not even when it is hurried it is asked again sooner after the last time. */
    ProbeSchedule<T> notSoonerThan(Duration gap) {
        least = gap;
        return this;
    }

    /** To be asked as soon as it can be: at once, if it has rested. */
    void hurry(ClockReading now) {
        var soonest = least.isZero() ? now.uptime() : sent.uptime().plus(least);
        var next = soonest.compareTo(now.uptime()) > 0 ? soonest : now.uptime();
        if (due.compareTo(next) > 0) {
            due = next;
        }
    }

    /** To be asked no later than after a while. */
    void hurry(ClockReading now, Duration span) {
        var latest = now.uptime().plus(span);
        if (due.compareTo(latest) > 0) {
            due = latest;
        }
    }

    /** Gives the question up if its time is over: the node's, not that which it did not have. */
    Change expire(ClockReading now) {
        if (state != State.ASKED || now.uptime().compareTo(wakesAt()) < 0) {
            return Change.NONE;
        }
        var wasFair = begun && deadline.wasFair(now);
        if (!wasFair && !deadline.isTooLong(now)) {
            givenUpAt = deadline.mayBeOverAt(now);
            return Change.NONE;
        }
        state = State.GIVEN_UP;
        probe().abandon();
        return wasFair ? missed(ProbeFailureText.late(patience)) : undecided();
    }

    private Change undecided() {
        var before = fact.known();
        fact.undecided(ProbeFailureText.TOO_BUSY);
        return before.equals(fact.known()) ? Change.NONE : Change.DETAIL;
    }

    Change answered(T value, ClockReading now) {
        var took = now.uptime().minus(sent.uptime());
        if (!cameBack(now)) {
            return Change.NONE;
        }
        rested = now.uptime().plus(took.multipliedBy(REST));
        var before = fact.known();
        fact.seen(value, now.at());
        if (before.value().filter(value::equals).isPresent()) {
            return Change.NONE;
        }
        var same =
                before.value().map(essence).filter(essence.apply(value)::equals).isPresent();
        return same || isFirst(before) ? Change.DETAIL : Change.ESSENCE;
    }

    Change failed(String reason, ClockReading now) {
        return cameBack(now) ? missed(reason) : Change.NONE;
    }

    /** Whether it came back in time. It rests for at most a period, so that it is soon seen when all is well again. */
    private boolean cameBack(ClockReading now) {
        var inTime = state == State.ASKED;
        var took = now.uptime().minus(sent.uptime());
        rested = now.uptime().plus(took.compareTo(period) < 0 ? took : period);
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
