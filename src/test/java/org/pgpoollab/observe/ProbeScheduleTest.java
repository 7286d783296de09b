package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Observed;

/** Tests when a probe runs and until when its answer counts. Time is a value here. */
class ProbeScheduleTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final AtomicInteger abandoned = new AtomicInteger();
    private final ProbeResult<String> fact = new ProbeResult<>(new Probe<>() {
        @Override
        public String answer() {
            throw new AssertionError("a turn asks nothing by itself");
        }

        @Override
        public void abandon() {
            abandoned.incrementAndGet();
        }
    });
    private final ProbeSchedule<String> schedule =
            new ProbeSchedule<>(fact, text -> text.charAt(0), PERIOD, TIME_LIMIT);

    private static ClockReading after(long milliseconds) {
        return new ClockReading(Duration.ofMillis(milliseconds), BEGIN.plusMillis(milliseconds));
    }

    /** Returns a reading in which the processors were available for only a part of the time. */
    private static ClockReading after(long milliseconds, long available) {
        return new ClockReading(
                Duration.ofMillis(milliseconds), Duration.ofMillis(available), BEGIN.plusMillis(milliseconds));
    }

    private void ask(ClockReading now) {
        schedule.asked(now);
        schedule.begun();
    }

    @Test
    void timeInWhichNothingCouldRunIsNotANodesSilence() {
        ask(after(0, 0));

        assertEquals(ProbeSchedule.Change.NONE, schedule.expire(after(2000, 400)));
        assertEquals(Duration.ofMillis(3600), schedule.wakesAt());
        assertEquals(ProbeSchedule.Change.NONE, schedule.expire(after(9000, 1990)));
        assertEquals(Observed.unasked(), fact.known());

        schedule.expire(after(10_000, 2000));

        assertEquals(Observed.unreachable("no answer within 2 s", BEGIN), fact.known());
    }

    @Test
    void afterFifteenSecondsOnABusyMachineItIsNotKnownWhetherANodeAnswers() {
        answer("up", 0);
        ask(after(500, 500));

        schedule.expire(after(15_499, 1500));
        assertTrue(fact.known().isSeen());
        schedule.expire(after(15_500, 1500));

        assertEquals(Observed.unknown("this machine is too busy"), fact.known());
        assertEquals(1, abandoned.get());
    }

    @Test
    void whoWasSilentBeforeIsStillSilentOnABusyMachine() {
        fail("connection refused", 0);
        ask(after(500, 500));

        schedule.expire(after(15_500, 1500));

        assertEquals(Observed.unreachable("connection refused", BEGIN), fact.known());
    }

    @Test
    void aQuestionThatHasNotGoneOutIsNoSilence() {
        schedule.asked(after(0));

        assertEquals(ProbeSchedule.Change.NONE, schedule.expire(after(5000)));
        assertEquals(Observed.unasked(), fact.known());
        schedule.expire(after(15_000));
        assertEquals(Observed.unknown("this machine is too busy"), fact.known());
    }

    @Test
    void whoHurriesATurnMustLeaveItItsRest() {
        var seldom = new ProbeSchedule<>(fact, text -> text, Duration.ofSeconds(20), TIME_LIMIT)
                .notSoonerThan(Duration.ofSeconds(10));
        seldom.asked(after(0));
        seldom.answered("a", after(100));

        seldom.hurry(after(1000));

        assertFalse(seldom.isDue(after(9_999)));
        assertTrue(seldom.isDue(after(10_000)));
    }

    @Test
    void aTurnMayBeginLater() {
        var later = new ProbeSchedule<>(fact, text -> text, PERIOD, TIME_LIMIT).beginningAt(Duration.ofMillis(250));

        assertFalse(later.isDue(after(249)));
        assertTrue(later.isDue(after(250)));
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        ask(after(0));

        assertEquals(Observed.unasked(), fact.known());
    }

    @Test
    void aSteadyQuestionKeepsItsStepHoweverLongItsAnswersTake() {
        ask(after(0));
        schedule.answered("up", after(120));

        assertFalse(schedule.isDue(after(499)));
        assertTrue(schedule.isDue(after(500)));
        ask(after(530));
        schedule.answered("up", after(540));
        assertEquals(Duration.ofSeconds(1), schedule.wakesAt());
    }

    @Test
    void whoAnswersSlowlyRestsTwiceAsLongAsItTook() {
        ask(after(0));
        schedule.answered("up", after(400));

        schedule.hurry(after(700));

        assertFalse(schedule.isDue(after(1199)));
        assertTrue(schedule.isDue(after(1200)));
        assertEquals(Duration.ofMillis(1200), schedule.wakesAt());
    }

    @Test
    void whatFailsSlowlyRestsForAsLongAsItTook() {
        ask(after(0));
        schedule.failed("connection reset", after(300));

        assertFalse(schedule.isDue(after(599)));
        assertTrue(schedule.isDue(after(600)));
    }

    @Test
    void whatFailsLateRestsForNoMoreThanAPeriod() {
        ask(after(0));
        schedule.failed("connection reset", after(1500));

        assertFalse(schedule.isDue(after(1999)));
        assertTrue(schedule.isDue(after(2000)));
    }

    @Test
    void whatComesBackAtOnceWithARefusalIsAskedAgainAtTheNextStep() {
        ask(after(0));
        schedule.failed("connection refused", after(1));

        assertFalse(schedule.isDue(after(499)));
        assertTrue(schedule.isDue(after(500)));
    }

    @Test
    void aQuestionThatHangsIsGivenUpAtItsDeadlineAndSaysSinceWhenItWasAsked() {
        ask(after(100));

        assertEquals(ProbeSchedule.Change.NONE, schedule.expire(after(2099)));
        schedule.expire(after(2100));

        assertEquals(Observed.unreachable("no answer within 2 s", after(100).at()), fact.known());
        assertEquals(1, abandoned.get());
    }

    @Test
    void aQuestionThatHangsIsNotAskedASecondTime() {
        ask(after(0));
        schedule.expire(after(2000));

        assertFalse(schedule.isDue(after(60_000)));
        schedule.failed("socket closed", after(60_000));
        assertFalse(schedule.isDue(after(60_499)));
        assertTrue(schedule.isDue(after(60_500)));
    }

    @Test
    void anAnswerThatComesTooLateDoesNotCount() {
        ask(after(0));
        schedule.expire(after(2000));

        assertEquals(ProbeSchedule.Change.NONE, schedule.answered("up", after(2300)));

        assertTrue(fact.known().isUnreachable());
    }

    @Test
    void aRunOfFailuresIsAsOldAsItsFirstQuestion() {
        fail("connection refused", 0);
        fail("the host is off", 500);

        assertEquals(Observed.unreachable("the host is off", after(0).at()), fact.known());
    }

    @Test
    void aChangeOfEssenceIsToldFromADetailAndFromNone() {
        assertEquals(ProbeSchedule.Change.DETAIL, answer("primary 1", 0));
        assertEquals(ProbeSchedule.Change.NONE, answer("primary 1", 500));
        assertEquals(ProbeSchedule.Change.DETAIL, answer("primary 2", 1000));
        assertEquals(ProbeSchedule.Change.ESSENCE, answer("standby 2", 1500));
        assertEquals(ProbeSchedule.Change.ESSENCE, fail("connection refused", 2000));
        assertEquals(ProbeSchedule.Change.NONE, fail("connection refused", 2500));
        assertEquals(ProbeSchedule.Change.ESSENCE, answer("standby 2", 3000));
    }

    private ProbeSchedule.Change answer(String value, long at) {
        ask(after(at));
        return schedule.answered(value, after(at));
    }

    private ProbeSchedule.Change fail(String reason, long at) {
        ask(after(at));
        return schedule.failed(reason, after(at));
    }

    @Test
    void whoIsHurriedIsAskedAtOnce() {
        answer("up", 0);

        schedule.hurry(after(100));

        assertTrue(schedule.isDue(after(100)));
    }

    @Test
    void whoIsHurriedWhileAskedIsAskedAgainWhenItHasRested() {
        ask(after(0));

        schedule.hurry(after(100));

        schedule.answered("up", after(110));
        assertFalse(schedule.isDue(after(329)));
        assertTrue(schedule.isDue(after(330)));
    }

    @Test
    void whateverHappensNothingSeenIsOlderThanWhatWasMissedBefore() {
        var dice = new Random(7);
        var missed = Instant.MIN;
        for (long now = 0; now < 600_000; now += dice.nextInt(400)) {
            missed = laterOf(missed, step(dice, after(now)));
            if (fact.known() instanceof Observed.Seen<String> seen) {
                assertFalse(seen.at().isBefore(missed), seen + " after " + missed);
            }
        }
    }

    /** Performs one random action; returns when the probe was abandoned or failed, if it was. */
    private Instant step(Random dice, ClockReading now) {
        schedule.expire(now);
        if (schedule.isDue(now)) {
            ask(now);
        } else {
            switch (dice.nextInt(4)) {
                case 0 -> schedule.answered("up", before(now, dice.nextInt(20)));
                case 1 -> schedule.failed("connection refused", now);
                case 2 -> schedule.hurry(now);
                default -> schedule.expire(now);
            }
        }
        return fact.known() instanceof Observed.Unreachable<String> silent ? silent.since() : Instant.MIN;
    }

    private static ClockReading before(ClockReading moment, int milliseconds) {
        return new ClockReading(
                moment.uptime().minusMillis(milliseconds), moment.at().minusMillis(milliseconds));
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
