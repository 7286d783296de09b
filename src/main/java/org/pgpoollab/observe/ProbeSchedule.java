package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.pgpoollab.cluster.Observed;

/**
 * Schedules one probe and decides whether its answer counts. A probe runs again only after it has returned, so a hanging probe holds only
 * one thread. A late answer does not count, so a value never replaces a later failure. After a slow answer the probe pauses longer, even if
 * it is urgent, so that probing does not add load to a busy machine. For one thread.
 */
final class ProbeSchedule<T> {

    private static final Duration NEVER = Duration.ofDays(100_000);

    /** After an answer the probe pauses for this many times as long as the answer took. */
    private static final int REST = 2;

    private final ProbeResult<T> fact;
    private final Function<T, Object> essence;
    private final Duration period;
    private final Duration timeLimit;
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

    /** How the end of a probe changed the snapshot. */
    enum Change {
        NONE,
        /** A minor change, such as a WAL position, that is worth displaying. */
        DETAIL,
        /** A major change, such as a role; other facts may have changed too. */
        ESSENCE
    }

    /** @param essence returns the part of an answer whose change is a major one */
    ProbeSchedule(ProbeResult<T> fact, Function<T, Object> essence, Duration period, Duration timeLimit) {
        this.fact = fact;
        this.essence = essence;
        this.period = period;
        this.timeLimit = timeLimit;
    }

    Probe<T> probe() {
        return fact.probe();
    }

    boolean isDue(ClockReading now) {
        return state == State.IDLE && now.uptime().compareTo(wakesAt()) >= 0;
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    /** Clears what is known, and makes the probe due at once: the answers until now were of a time that does not count any more. */
    void renew(ClockReading now) {
        fact.forget();
        hurry(now);
    }

    /** Returns when the schedule has to be checked again if no answer comes before. */
    Duration wakesAt() {
        return switch (state) {
            case IDLE -> due.compareTo(rested) > 0 ? due : rested;
            case ASKED -> givenUpAt;
            case GIVEN_UP -> NEVER;
        };
    }

    /** Records that the probe started. The schedule keeps its period: a late start does not move the next one. */
    void asked(ClockReading now) {
        state = State.ASKED;
        sent = now;
        begun = false;
        deadline = new ProcessorDeadline(now, timeLimit);
        givenUpAt = now.uptime().plus(timeLimit);
        var next = due.plus(period);
        due = next.compareTo(now.uptime()) > 0 ? next : now.uptime().plus(period);
    }

    /** Records that the probe's thread has begun to run it. Called by that thread; safe for any thread. */
    void begun() {
        begun = true;
    }

    /** Delays the first probe. */
    ProbeSchedule<T> beginningAt(Duration uptime) {
        due = uptime;
        return this;
    }

    /** Sets the shortest time between the starts of two probes, which holds even after {@link #hurry(ClockReading)}. */
    ProbeSchedule<T> notSoonerThan(Duration gap) {
        least = gap;
        return this;
    }

    /** Makes the probe due as soon as possible: at once, if its pause is over. */
    void hurry(ClockReading now) {
        var soonest = least.isZero() ? now.uptime() : sent.uptime().plus(least);
        var next = soonest.compareTo(now.uptime()) > 0 ? soonest : now.uptime();
        if (due.compareTo(next) > 0) {
            due = next;
        }
    }

    /** Makes the probe due within the given time. */
    void hurry(ClockReading now, Duration span) {
        var latest = now.uptime().plus(span);
        if (due.compareTo(latest) > 0) {
            due = latest;
        }
    }

    /** Abandons the probe if its deadline has passed. Only time in which the node could get a processor counts. */
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
        return wasFair ? missed(ProbeFailureText.late(timeLimit)) : undecided();
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

    /**
     * Records that the probe returned; returns whether in time. After a failure it pauses for at most one period, so that a recovery is
     * soon seen.
     */
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

    /** Returns whether this is the first result: to learn a value is no change of the lab. */
    private static boolean isFirst(Observed<?> before) {
        return !before.isSeen() && !before.isUnreachable();
    }
}
