package org.pgpoollab;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. Differences in case, and between hyphen and underscore, do not count. */
public final class Nearest {

    private static final int SHORTEST_PREFIX = 3;

    private Nearest() {}

    /** Returns the word nearest to what was typed; empty if none is near. Of equally near words it returns the first. */
    public static Optional<String> to(String typed, Collection<String> words) {
        var meant = folded(typed);
        return words.stream()
                .filter(word -> isNear(meant, folded(word)))
                .min(Comparator.comparingInt(word -> distance(meant, folded(word))));
    }

    /** Returns {@code nearest: stop}, or an empty text if no word is near, for the reason of a {@link Problem}. */
    public static String hint(String typed, Collection<String> words) {
        return to(typed, words).map(word -> "nearest: " + word).orElse("");
    }

    private static boolean isNear(String typed, String word) {
        if (typed.length() >= SHORTEST_PREFIX && word.startsWith(typed)) {
            return true;
        }
        var shorter = Math.min(typed.length(), word.length());
        if (Math.abs(typed.length() - word.length()) > Math.max(1, shorter / 3)) {
            // The distance is at least the difference of the lengths, so very long words need not be compared.
            return false;
        }
        return distance(typed, word) <= Math.max(1, shorter / 3) && shorter > 1;
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how many letters must be added, removed, changed or swapped with their neighbour: the optimal string alignment distance. */
    static int distance(String from, String to) {
        var cost = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            cost[i][0] = i;
        }
        for (var j = 0; j <= to.length(); j++) {
            cost[0][j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            for (var j = 1; j <= to.length(); j++) {
                var same = from.charAt(i - 1) == to.charAt(j - 1);
                cost[i][j] = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                cost[i][j] = Math.min(cost[i][j], cost[i - 1][j - 1] + (same ? 0 : 1));
                if (isSwap(from, to, i, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }

    private static boolean isSwap(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
