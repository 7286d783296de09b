package org.pgpoollab.challenge;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a challenge ended. Durations count from its beginning and are negative if the moment never came.
 *
 * @param answers what it was: {@code lag pg-2}
 * @param clients what clients noticed, as a sentence
 */
record ChallengeResult(
        String situation,
        List<String> answers,
        int level,
        long seed,
        String lab,
        Instant begun,
        Outcome outcome,
        Duration noticed,
        Duration named,
        Duration repaired,
        int wrong,
        int hints,
        String clients) {

    private static final int POINTS_OF_A_LEVEL = 100;
    private static final int PRICE = 20;

    static final Duration NEVER = Duration.ofMillis(-1);

    enum Outcome {
        SOLVED("solved"),
        GIVEN_UP("given up"),
        STOPPED("stopped");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    ChallengeResult {
        answers = List.copyOf(answers);
    }

    static ChallengeResult of(ChallengeState state, List<Cause> causes, String lab, Outcome outcome, String clients) {
        return new ChallengeResult(
                state.situation().name(),
                causes.stream().map(Cause::answer).toList(),
                state.situation().level(),
                state.seed(),
                lab,
                state.begun(),
                outcome,
                since(state.begun(), state.attempt().noticed()),
                since(state.begun(), state.attempt().namedAt()),
                since(state.begun(), state.attempt().repaired()),
                state.attempt().wrong(),
                state.attempt().hints(),
                clients);
    }

    private static Duration since(Instant begun, Instant moment) {
        return moment.equals(Instant.MAX) ? NEVER : Duration.between(begun, moment);
    }

    /** Returns 100 points for each level, 20 less for each wrong answer and each hint; none unless it was solved. */
    int points() {
        return outcome == Outcome.SOLVED ? Math.max(0, mostPoints() - PRICE * (wrong + hints)) : 0;
    }

    int mostPoints() {
        return level * POINTS_OF_A_LEVEL;
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("begun", begun.toString());
        tree.put("lab", lab);
        tree.put("level", level);
        tree.put("seed", seed);
        tree.put("situation", situation);
        tree.put("answers", answers);
        tree.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        tree.put("noticedMillis", noticed.toMillis());
        tree.put("namedMillis", named.toMillis());
        tree.put("repairedMillis", repaired.toMillis());
        tree.put("wrong", wrong);
        tree.put("hints", hints);
        tree.put("clients", clients);
        tree.put("points", points());
        return tree;
    }

    /** Reads what {@link #tree} wrote; empty for anything else. */
    static Optional<ChallengeResult> parse(Map<String, Object> tree) {
        try {
            return Optional.of(new ChallengeResult(
                    text(tree, "situation"),
                    ((List<?>) tree.get("answers"))
                            .stream().map(String::valueOf).toList(),
                    (int) number(tree, "level"),
                    number(tree, "seed"),
                    text(tree, "lab"),
                    Instant.parse(text(tree, "begun")),
                    Outcome.valueOf(text(tree, "outcome").toUpperCase(Locale.ROOT)),
                    Duration.ofMillis(number(tree, "noticedMillis")),
                    Duration.ofMillis(number(tree, "namedMillis")),
                    Duration.ofMillis(number(tree, "repairedMillis")),
                    (int) number(tree, "wrong"),
                    (int) number(tree, "hints"),
                    text(tree, "clients")));
        } catch (ClassCastException
                | NullPointerException
                | IllegalArgumentException
                | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, Object> tree, String key) {
        return String.valueOf(tree.get(key));
    }

    private static long number(Map<String, Object> tree, String key) {
        return Long.parseLong(text(tree, key));
    }
}
