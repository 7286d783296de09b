package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.explain.ExplainedWords;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.syntax.ConditionWords;
import org.pgpoollab.syntax.FollowingWords;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.syntax.SqlWords;
import org.pgpoollab.syntax.WordsWithExplanation;
import org.pgpoollab.topology.Lab;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Proposes the words that may stand at a position of a line. It reads the commands' definitions and does not modify them. */
public final class CommandCompleter {

    private final Supplier<Optional<Lab>> lab;

    /** @param description a text about the word; may be empty */
    public record Candidate(String word, String description) {}

    /** @param lab the lab of the line; looked up only to complete its nodes */
    public CommandCompleter(Supplier<Optional<Lab>> lab) {
        this.lab = lab;
    }

    /**
     * Returns all words that may follow.
     *
     * @param before the words before the one to complete
     * @param begun the beginning of that word; only used to tell options from other words
     */
    public List<Candidate> complete(List<String> before, String begun) {
        var typed = Invocation.of(before);
        if (!typed.hasCommand()) {
            return commands();
        }
        return Catalog.meant(typed.command())
                .map(entry -> complete(Syntax.of(entry).specification(), typed.words(), begun))
                .orElse(List.of());
    }

    private List<Candidate> complete(CommandSpec spec, List<String> words, String begun) {
        var awaiting = words.isEmpty() ? null : spec.findOption(words.get(words.size() - 1));
        if (awaiting != null && awaiting.arity().max() > 0) {
            return values(awaiting, List.of());
        }
        if (begun.startsWith("-")) {
            return options(spec);
        }
        var place = positionals(spec, words);
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .flatMap(parameter -> values(parameter, words).stream().map(value -> after(begun, parameter, value)))
                .toList();
    }

    /** Completes only the last word of a statement in quotes. */
    private static Candidate after(String begun, ArgSpec parameter, Candidate value) {
        var before = begun.lastIndexOf(' ') + 1;
        if (before == 0 || !(parameter.completionCandidates() instanceof SqlWords)) {
            return value;
        }
        return new Candidate(begun.substring(0, before) + value.word(), value.description());
    }

    /** Counts the words that are neither options nor their values. */
    private static int positionals(CommandSpec spec, List<String> words) {
        var count = 0;
        for (int i = 0; i < words.size(); i++) {
            var option = spec.findOption(words.get(i));
            if (option != null) {
                i += option.arity().max();
                continue;
            }
            count += words.get(i).startsWith("--") ? 0 : 1;
        }
        return count;
    }

    private List<Candidate> values(ArgSpec argument, List<String> before) {
        var words = new ArrayList<String>();
        var candidates = argument.completionCandidates();
        if (candidates != null) {
            candidates.forEach(word -> words.add(argument.type().isEnum() ? word.toLowerCase(Locale.ROOT) : word));
        }
        if (candidates instanceof NodeNames nodes) {
            words.clear();
            words.addAll(nodes.words(lab.get()));
            words.removeAll(before);
        }
        if (candidates instanceof FollowingWords following) {
            words.addAll(following.after(before, lab.get()));
        }
        if (candidates instanceof ConditionWords) {
            lab.get().ifPresent(known -> words.addAll(ConditionParser.next(before, known)));
        }
        if (candidates instanceof WordsWithExplanation) {
            words.addAll(new ExplainedWords(Explanations.catalogue()).next(before));
        }
        return words.stream().map(word -> new Candidate(word, "")).toList();
    }

    private static List<Candidate> commands() {
        return Catalog.entries().stream()
                .map(entry -> new Candidate(entry.name(), entry.summary()))
                .toList();
    }

    private static List<Candidate> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden() && !option.longestName().equals("-c"))
                .map(CommandCompleter::candidate)
                .toList();
    }

    private static Candidate candidate(OptionSpec option) {
        return new Candidate(option.longestName(), String.join(" ", option.description()));
    }
}
