package org.pgpoollab.command;

import java.time.Clock;
import java.time.Duration;
import org.pgpoollab.condition.Condition;
import org.pgpoollab.condition.Evaluation;
import org.pgpoollab.condition.Expectation;
import org.pgpoollab.session.LabSession;

/** Takes snapshots of a lab until an expectation is decided. */
final class ConditionWatch {

    /** The shortest limit of a wait whose condition states none. */
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private static final Duration AFTER_A_FAILOVER = Duration.ofSeconds(15);

    private final LabSession session;
    private final Clock clock;
    private final Pause pause;

    /** The pause between two snapshots. */
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

    /**
     * Waits until the condition is met, at most for its limit. A condition with {@code stays} must be met in every snapshot until its
     * limit.
     */
    ConditionResult await(Expectation expectation) throws InterruptedException {
        var begun = clock.instant();
        var limit = expectation.hasLimit() ? expectation.limit() : usualLimit();
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

    /** Returns 30 s, or longer if a failover of this lab may take longer. */
    private Duration usualLimit() {
        var failover = session.lab().timing().failover().plus(AFTER_A_FAILOVER);
        return failover.compareTo(USUAL_LIMIT) > 0 ? failover : USUAL_LIMIT;
    }

    /** Checks one snapshot, or for a condition with {@code stays} every snapshot until its limit. */
    ConditionResult expect(Expectation expectation) throws InterruptedException {
        if (expectation.stays()) {
            return await(expectation);
        }
        var begun = clock.instant();
        var verdict = look(expectation.condition());
        return result(expectation, verdict, Duration.between(begun, clock.instant()));
    }

    /** Evaluates the condition. It logs in as a client only if everything else is met, because that costs more. */
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
