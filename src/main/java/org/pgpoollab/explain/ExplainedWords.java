package org.pgpoollab.explain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that have an explanation, for completion: some are of several words, which are completed one after another. */
public final class ExplainedWords {

    private final Explanations explanations;

    public ExplainedWords(Explanations explanations) {
        this.explanations = explanations;
    }

    /** Returns the words that may follow those that were typed, in their order and each once. Signs of the grid are none: nobody types them. */
    public List<String> next(List<String> typed) {
        return explanations.all().stream()
                .flatMap(explanation -> explanation.words().stream())
                .filter(StandardCharsets.US_ASCII.newEncoder()::canEncode)
                .map(word -> word.split(" "))
                .filter(parts -> parts.length > typed.size() && beginsWith(parts, typed))
                .map(parts -> parts[typed.size()])
                .distinct()
                .toList();
    }

    private static boolean beginsWith(String[] parts, List<String> typed) {
        return Stream.of(parts)
                .limit(typed.size())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList()
                .equals(typed.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
