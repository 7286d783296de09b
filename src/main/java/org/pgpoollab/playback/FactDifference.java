package org.pgpoollab.playback;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;

/**
 * One fact that differs between two snapshots, in words.
 *
 * @param name {@code pg-0}, {@code pgpool-1 on pg-0}, {@code VIP on pgpool-1}
 * @param before empty if it was not there before
 * @param after empty if it is no longer there
 */
public record FactDifference(String name, String before, String after) {

    /** Returns what differs, in the order of the lab. */
    public static List<FactDifference> between(ClusterState before, ClusterState after) {
        return between(FactWords.of(before), FactWords.of(after));
    }

    static List<FactDifference> between(FactWords before, FactWords after) {
        var differences = new ArrayList<FactDifference>();
        after.words().forEach((name, word) -> {
            var earlier = before.words().getOrDefault(name, "");
            if (!earlier.equals(word)) {
                differences.add(new FactDifference(name, earlier, word));
            }
        });
        before.words().forEach((name, word) -> {
            if (!after.words().containsKey(name) && !word.isEmpty()) {
                differences.add(new FactDifference(name, word, ""));
            }
        });
        return differences;
    }

    /** {@code pg-0: primary, timeline 1 → does not answer: connection refused}. */
    public String text() {
        return name + ": " + shown(before) + " → " + shown(after);
    }

    private static String shown(String word) {
        return word.isEmpty() ? "nothing" : word;
    }
}
