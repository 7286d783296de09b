package org.pgpoollab.condition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgpoollab.Excerpt;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;

/**
 * Reads the words of a sentence from left to right. It records every word that would be valid after the last one. The completion offers
 * these, so that it always agrees with the parser.
 */
final class WordReader {

    private static final String EXAMPLE =
            "say it like: pg-1 is streaming for 30s, pool_nodes pg-2 is down, vip is held";
    private static final Map<String, String> ALIASES = Map.of("are", "is", "stay", "stays", "silent", "unreachable");

    private final List<String> words;
    private final Set<String> offered = new LinkedHashSet<>();
    private int position;

    WordReader(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Returns the words that would be valid after the last word, as far as reading got there. */
    List<String> offered() {
        return List.copyOf(offered);
    }

    /** Reads the next word if it is this one; otherwise reads nothing. */
    boolean skip(String word) {
        var found = here(List.of(word)).isPresent();
        if (found) {
            position++;
        }
        return found;
    }

    /**
     * Reads the next word, which must be one of these; returns it in their spelling.
     *
     * @throws LabException as a usage error if it is another one, or if there is none
     */
    String choose(Collection<String> candidates) {
        var found = here(candidates);
        if (found.isPresent()) {
            position++;
            return found.get();
        }
        throw position < words.size() ? strange(candidates) : unfinished(candidates);
    }

    /** Reads the next word, whatever it is; if it is missing, the error names the examples. */
    String any(Collection<String> examples) {
        if (position == words.size()) {
            offered.addAll(examples);
            throw unfinished(examples);
        }
        return words.get(position++);
    }

    /** Returns the next word as it was typed; empty at the end. */
    Optional<String> peek() {
        return position < words.size() ? Optional.of(words.get(position)) : Optional.empty();
    }

    /** @throws LabException as a usage error if there is a word left */
    void end(Collection<String> candidates) {
        if (position < words.size()) {
            throw strange(candidates);
        }
    }

    private Optional<String> here(Collection<String> candidates) {
        if (position == words.size()) {
            offered.addAll(candidates);
            return Optional.empty();
        }
        var word = folded(words.get(position));
        return candidates.stream()
                .filter(candidate -> folded(candidate).equals(word))
                .findFirst();
    }

    private static String folded(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return ALIASES.getOrDefault(lower, lower);
    }

    private LabException strange(Collection<String> candidates) {
        var word = words.get(position);
        var hint = Nearest.hint(word, candidates);
        return LabException.usage(
                "\"" + word + "\" is not understood in: " + sentence(),
                hint.isEmpty() ? "here can stand: " + list(candidates) : hint,
                EXAMPLE);
    }

    private LabException unfinished(Collection<String> candidates) {
        return LabException.usage(
                words.isEmpty() ? "the condition is missing" : "the sentence ends too early: " + sentence(),
                "here must follow: " + list(candidates),
                EXAMPLE);
    }

    private static String list(Collection<String> candidates) {
        return candidates.isEmpty() ? "nothing more" : String.join(", ", candidates);
    }

    String sentence() {
        return words.stream().map(Excerpt::of).collect(Collectors.joining(" "));
    }
}
