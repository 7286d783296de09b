package org.pgpoollab.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.syntax.CandidateWords;
import org.pgpoollab.syntax.SqlWords;
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
        var awaiting = words.isEmpty() ? Optional.<OptionSpec>empty() : option(spec, words.get(words.size() - 1));
        if (awaiting.filter(option -> option.arity().max() > 0).isPresent()) {
            return values(awaiting.get(), List.of());
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
            var option = option(spec, words.get(i));
            if (option.isPresent()) {
                i += option.get().arity().max();
                continue;
            }
            count += words.get(i).startsWith("--") ? 0 : 1;
        }
        return count;
    }

    /** Returns the option of this name; picocli would also find it by its name without hyphens, which is a word. */
    private static Optional<OptionSpec> option(CommandSpec spec, String word) {
        return Optional.of(word).filter(typed -> typed.startsWith("-")).map(spec::findOption);
    }

    private List<Candidate> values(ArgSpec argument, List<String> before) {
        var words = CandidateWords.of(argument, before, lab);
        var isDistinct = CandidateWords.areDistinct(argument);
        return words.stream()
                .filter(word -> !isDistinct || !before.contains(word))
                .map(word -> new Candidate(word, ""))
                .toList();
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
