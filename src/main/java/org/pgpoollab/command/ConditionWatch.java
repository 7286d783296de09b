package org.pgpoollab.command;

import java.time.Clock;
import java.time.Duration;
import org.pgpoollab.condition.Condition;
import org.pgpoollab.condition.Evaluation;
import org.pgpoollab.condition.Expectation;

/** Looks at a lab again and again until an expectation is decided. */
final class ConditionWatch {

    /** How long is waited when nothing was said. */
    static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final LabSession session;
    private final Clock clock;
    private final Pause pause;

    /** What is done between two looks. */
    @FunctionalInterface
    interface Pause {
        Pause SHORT = () -> Thread.sleep(200);

        void take() throws InterruptedException;
    }

    ConditionWatch(LabSession session, Clock clock, Pause pause) {
        this.session = session;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits until the condition is met, at most for its limit; one that stays must be met at every look until its limit. */
    ConditionResult await(Expectation expectation) throws InterruptedException {
        var begun = clock.instant();
        var limit = expectation.hasLimit() ? expectation.limit() : USUAL_LIMIT;
        while (true) {
            var verdict = look(expectation.condition());
            var took = Duration.between(begun, clock.instant());
            var late = took.compareTo(limit) >= 0;
            if (late || verdict.isMet() != expectation.stays()) {
                return result(expectation, verdict, took);
            }
            pause.take();
        }
    }

    /** Looks once, or for one that stays until its limit. */
    ConditionResult expect(Expectation expectation) throws InterruptedException {
        if (expectation.stays()) {
            return await(expectation);
        }
        var begun = clock.instant();
        var verdict = look(expectation.condition());
        return result(expectation, verdict, Duration.between(begun, clock.instant()));
    }

    /** Clients are asked only when nothing else speaks against it: that costs more. */
    private Evaluation look(Condition condition) {
        var verdict = condition.evaluate(session.glance());
        return verdict.isMet() && condition.asksForClients() ? condition.evaluate(session.examine()) : verdict;
    }

    private static ConditionResult result(Expectation expectation, Evaluation verdict, Duration took) {
        var sentence =
                (expectation.stays() ? "stays " : "") + expectation.condition().sentence();
        return new ConditionResult(verdict, sentence, took);
    }
}
