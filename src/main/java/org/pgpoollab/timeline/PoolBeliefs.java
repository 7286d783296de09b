package org.pgpoollab.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Describes in one sentence what the pgpools that answer believe of one thing, and which of them have just changed that.
 *
 * @param words what each of them believes, in the lab's order
 * @param turned the pgpools that believed something else before; never empty
 */
record PoolBeliefs(ClusterState state, Map<Node, String> words, List<Node> turned) {

    /**
     * The phrases of the sentence.
     *
     * @param verb for several pgpools: {@code hold}, {@code take}
     * @param belief for a word, in full: {@code pg-2 down}
     * @param contrast for a word, if the subject was named before: {@code it up}
     */
    record Phrase(String verb, UnaryOperator<String> belief, UnaryOperator<String> contrast) {

        private String full(List<Node> pools, String adverb, String word) {
            return said(pools, adverb) + belief.apply(word);
        }

        private String contrasted(List<Node> pools, String adverb, String word) {
            return said(pools, adverb) + contrast.apply(word);
        }

        private String said(List<Node> pools, String adverb) {
            return StateText.list(pools) + " " + adverb + " " + verb + (pools.size() == 1 ? "s " : " ");
        }
    }

    /** Returns whether every pgpool of the lab answers and believes this word. */
    boolean allBelieve(String word) {
        return words.size() == state.pools().size() && words.values().stream().allMatch(word::equals);
    }

    String sentence(Phrase phrase) {
        var first = words.get(turned.get(0));
        if (words.size() > 1 && allBelieve(first)) {
            return "all pgpools now " + phrase.verb() + " " + phrase.belief().apply(first);
        }
        var parts = new ArrayList<String>();
        byWord(turned).forEach((word, pools) -> parts.add(phrase.full(pools, "now", word)));
        var others =
                words.keySet().stream().filter(pool -> !turned.contains(pool)).toList();
        byWord(others)
                .forEach((word, pools) ->
                        parts.add(phrase.contrasted(pools, word.equals(first) ? "already" : "still", word)));
        return String.join("; ", parts);
    }

    private Map<String, List<Node>> byWord(List<Node> pools) {
        return pools.stream().collect(Collectors.groupingBy(words::get, LinkedHashMap::new, Collectors.toList()));
    }
}
