package org.pgpoollab.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.Nearest;

/** Finds the explanations that were probably meant by a text that none of them has. */
public final class NearestExplanations {

    private static final int MOST = 3;
    private static final int SHORTEST_WORD = 3;

    private final List<Explanation> all;

    /** In how many explanations each word occurs: the fewer, the more it says. */
    private final Map<String, Integer> frequencies = new HashMap<>();

    public NearestExplanations(Explanations explanations) {
        this.all = explanations.all();
        all.forEach(explanation -> texts(explanation)
                .flatMap(text -> wordsOf(text).stream())
                .distinct()
                .forEach(word -> frequencies.merge(word, 1, Integer::sum)));
    }

    /** Returns what to type instead, the nearest first, three at most: a word that is spelled alike, or one with words in common. */
    public List<String> to(String text) {
        var names = all.stream().flatMap(Explanation::names).toList();
        var spelledAlike = Nearest.to(text, names).stream();
        return Stream.concat(spelledAlike, withWordsOf(text))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<String> withWordsOf(String text) {
        var wanted = wordsOf(text);
        return all.stream()
                .filter(explanation -> likeness(explanation, wanted) > 0)
                .sorted(Comparator.comparingDouble(explanation -> -likeness(explanation, wanted)))
                .map(Explanation::label);
    }

    /** Returns how much the name or the line that is most alike has in common with these words; 0 for nothing. */
    private double likeness(Explanation explanation, Set<String> wanted) {
        return texts(explanation)
                .mapToDouble(text -> wordsOf(text).stream()
                        .filter(wanted::contains)
                        .mapToDouble(word -> 1.0 / frequencies.get(word))
                        .sum())
                .max()
                .orElse(0);
    }

    private static Stream<String> texts(Explanation explanation) {
        return Stream.concat(explanation.names(), explanation.lines().stream().map(LinePattern::text));
    }

    private static Set<String> wordsOf(String text) {
        return Arrays.stream(Explanations.folded(text).split("[^\\p{Alnum}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
