package org.pgpoollab.condition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The result of a condition in a snapshot. If the facts are not seen, the condition is neither met nor unmet.
 *
 * @param why what was seen, as a sentence: for an unmet condition what was seen instead
 */
public record Evaluation(Outcome outcome, String why) {

    public enum Outcome {
        MET,
        UNMET,
        UNKNOWN
    }

    public Evaluation {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(why);
    }

    public static Evaluation met(String why) {
        return new Evaluation(Outcome.MET, why);
    }

    public static Evaluation unmet(String why) {
        return new Evaluation(Outcome.UNMET, why);
    }

    public static Evaluation unknown(String why) {
        return new Evaluation(Outcome.UNKNOWN, why);
    }

    public static Evaluation of(boolean met, String why) {
        return met ? met(why) : unmet(why);
    }

    /** Combines results: met if all are met; unmet if one is unmet, even if others are unknown. The text covers only the deciding ones. */
    static Evaluation all(List<Evaluation> verdicts) {
        for (var outcome : List.of(Outcome.UNMET, Outcome.UNKNOWN)) {
            if (verdicts.stream().anyMatch(verdict -> verdict.outcome == outcome)) {
                return new Evaluation(outcome, whys(verdicts, outcome));
            }
        }
        return met(whys(verdicts, Outcome.MET));
    }

    public boolean isMet() {
        return outcome == Outcome.MET;
    }

    /** Returns the opposite with the same reason; unknown stays unknown. */
    public Evaluation negated() {
        return switch (outcome) {
            case MET -> unmet(why);
            case UNMET -> met(why);
            case UNKNOWN -> this;
        };
    }

    private static String whys(List<Evaluation> verdicts, Outcome outcome) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome == outcome)
                .map(Evaluation::why)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
