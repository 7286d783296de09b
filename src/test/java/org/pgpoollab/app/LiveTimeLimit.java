package org.pgpoollab.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out live tests that would begin too late in a run that must end within an hour, and prints which. Only a run that was given its
 * beginning has a limit: {@code -Dlive.begun=2026-01-31T12:00:00Z}. Until which minute the tests of a part may begin stands in pom.xml.
 */
public final class LiveTimeLimit implements ExecutionCondition {

    private static final Optional<Instant> END =
            end(System.getProperty("live.begun", ""), Long.getLong("live.until", 0));

    /** @param until minutes after the beginning; 0 if there is no limit */
    static Optional<Instant> end(String begun, long until) {
        return begun.isEmpty() || until == 0
                ? Optional.empty()
                : Optional.of(Instant.parse(begun).plus(Duration.ofMinutes(until)));
    }

    /** Returns how long live tests may still take; empty if there is no limit. */
    static Optional<Duration> left() {
        return END.map(end -> Duration.between(Instant.now(), end));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!context.getTags().contains("live")
                || left().filter(Duration::isNegative).isEmpty()) {
            return ConditionEvaluationResult.enabled("in time");
        }
        var test = context.getRequiredTestClass().getSimpleName();
        var name = context.getTestMethod().isPresent() ? test + ": " + context.getDisplayName() : test;
        System.out.println("left out: " + name + ", because this part of the run had to end");
        return ConditionEvaluationResult.disabled("too late in the run");
    }
}
