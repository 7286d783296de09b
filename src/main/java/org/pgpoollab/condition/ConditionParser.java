package org.pgpoollab.condition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Parses the conditions of {@code wait} and {@code expect}, also in plans and lessons. Their grammar:
 * <pre>
 * sentence   [until] [stays] clause [for TIME]
 * clause     [not] NODE       is|stays [not] up|down|unreachable|primary|standby|streaming|leader|attached|detached
 *            [not] pool_nodes NODE is|stays [not] up|down [on POOL]
 *            [not] vip        is|stays [not] held | on POOL
 *            [not] vip holders at most NUMBER
 *            [not] quorum     is|stays [not] present|absent
 *            [not] primary    is|stays [not] known
 *            [not] cluster    is|stays [not] healthy
 *            [not] faults     is|stays [not] none
 * NODE       pg-1, pg_1, pgpool-0, primary, standby, standbys, leader, vip, all
 * TIME       500ms, 30s, 2m
 * </pre>
 */
public final class ConditionParser {

    private static final List<String> TIMES = List.of("10s", "30s", "2m");

    private final Lab lab;
    private final WordReader words;
    private boolean stays;

    private ConditionParser(List<String> words, Lab lab) {
        this.words = new WordReader(words);
        this.lab = lab;
    }

    /**
     * Parses a sentence.
     *
     * @throws LabException as a usage error if the sentence is invalid, with the word that was probably meant
     */
    public static Expectation parse(List<String> words, Lab lab) {
        return new ConditionParser(words, lab).sentence();
    }

    /** Returns the words that can follow after these; none if these do not begin a sentence. */
    public static List<String> next(List<String> words, Lab lab) {
        var grammar = new ConditionParser(words, lab);
        try {
            grammar.sentence();
        } catch (LabException incomplete) {
            return grammar.words.offered();
        }
        return grammar.words.offered();
    }

    private Expectation sentence() {
        words.skip("until");
        stays = words.skip("stays");
        var condition = clause();
        var limit = words.skip("for") ? TimeSpan.parse(words.any(TIMES)) : Duration.ZERO;
        words.end(limit.isZero() ? List.of("for") : List.of());
        if (stays && limit.isZero()) {
            throw LabException.usage(
                    "for how long is missing in: " + words.sentence(),
                    "what stays must have an end",
                    "add a time: " + words.sentence() + " for 10s");
        }
        return new Expectation(condition, limit, stays);
    }

    private Condition clause() {
        if (!words.skip("not")) {
            return plain();
        }
        var wasStaying = stays;
        var condition = plain();
        if (stays && !wasStaying) {
            throw LabException.usage(
                    "\"not\" before \"stays\" can mean two things: " + words.sentence(),
                    "that it changes at some time, or that it is otherwise all the time",
                    "put it behind: pg-1 stays not up for 10s");
        }
        return new Negation(condition);
    }

    private Condition plain() {
        var subject = subject();
        return switch (subject) {
            case "pool_nodes" -> backend();
            case "quorum" -> quorum();
            case "cluster" -> cluster();
            case "faults" -> faults();
            case "vip" -> words.skip("holders") ? vipHolders() : vip();
            default -> node(new NodeSubject(subject));
        };
    }

    private String subject() {
        var word = words.peek();
        var candidates = Stream.concat(
                        Stream.of("pool_nodes", "quorum", "cluster", "faults"), NodeWords.words(lab).stream())
                .filter(candidate -> lab.hasWatchdog() || !needsWatchdog(candidate))
                .toList();
        refuseStrangeNode(word.orElse(""));
        return words.choose(candidates);
    }

    /** Refuses a node that this lab does not have, with another message than for a misspelt word, and words that need a watchdog. */
    private void refuseStrangeNode(String word) {
        if (Node.parse(word.toLowerCase(Locale.ROOT)).isPresent()
                && NodeWords.named(word, lab).isEmpty()) {
            throw new LabException(Exit.USAGE, List.of(NodeWords.strange(word, lab)));
        }
        if (!lab.hasWatchdog() && needsWatchdog(word)) {
            throw LabException.usage(
                    "there is no " + word + " in lab " + lab.name(),
                    "a lab with one pgpool has no watchdog",
                    "a lab beside it: up --name other --pgpool 3");
        }
    }

    private static boolean needsWatchdog(String word) {
        return word.equals("quorum") || word.equals("leader");
    }

    private Condition node(NodeSubject subject) {
        var wanted = verb();
        var isPrimary = subject.word().equals(NodeRole.PRIMARY.word());
        var states = Stream.concat(
                        NodeState.wordsFor(subject, lab).stream(), isPrimary ? Stream.of("known") : Stream.of())
                .toList();
        var state = words.choose(states);
        return state.equals("known")
                ? wanted(new PrimaryKnown(), wanted)
                : new NodeIs(subject, NodeState.parse(state), wanted);
    }

    private Condition vip() {
        var wanted = verb();
        var subject = new NodeSubject("vip");
        var states = Stream.concat(Stream.of("held", "on"), NodeState.wordsFor(subject, lab).stream())
                .toList();
        var state = words.choose(states);
        return switch (state) {
            case "held" -> wanted(new VipHeld(), wanted);
            case "on" -> wanted(new VipOn(pool()), wanted);
            default -> new NodeIs(subject, NodeState.parse(state), wanted);
        };
    }

    private Condition vipHolders() {
        words.choose(List.of("at"));
        words.choose(List.of("most"));
        return new VipHolders(Integer.parseInt(words.choose(IntStream.rangeClosed(0, lab.pgpoolCount())
                .mapToObj(String::valueOf)
                .toList())));
    }

    private Condition faults() {
        var wanted = verb();
        words.choose(List.of("none"));
        return wanted(new FaultsNone(), wanted);
    }

    private Condition backend() {
        refuseStrangeNode(words.peek().orElse(""));
        var backend = new NodeSubject(words.choose(NodeSubject.postgresWords(lab)));
        var wanted = verb();
        var up = words.choose(List.of("up", "down")).equals("up");
        return new BackendIs(backend, up, wanted, words.skip("on") ? List.of(pool()) : List.of());
    }

    private NodeSubject pool() {
        refuseStrangeNode(words.peek().orElse(""));
        return new NodeSubject(words.choose(NodeSubject.pgpoolWords(lab)));
    }

    private Condition quorum() {
        var wanted = verb();
        var present = words.choose(List.of("present", "absent")).equals("present");
        return new QuorumPresent(present == wanted);
    }

    private Condition cluster() {
        var wanted = verb();
        words.choose(List.of("healthy"));
        return wanted(new ClusterHealthy(), wanted);
    }

    /** Reads {@code is}, {@code is not}, {@code stays} or {@code stays not}; returns false if it was one with {@code not}. */
    private boolean verb() {
        var verb = words.choose(stays ? List.of("is") : List.of("is", "stays"));
        stays = stays || verb.equals("stays");
        return !words.skip("not");
    }

    private static Condition wanted(Condition condition, boolean wanted) {
        return wanted ? condition : new Negation(condition);
    }
}
