package org.pgpoollab;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant by one that is not known. */
public final class Nearest {

    private Nearest() {}

    /** The known word with the fewest typing errors between it and {@code typed}; empty if none is close. */
    public static Optional<String> to(String typed, Collection<String> known) {
        var wanted = plain(typed);
        return known.stream()
                .filter(word -> errors(wanted, plain(word)) <= allowed(word))
                .min(Comparator.comparingInt(word -> errors(wanted, plain(word))));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int allowed(String word) {
        return Math.max(1, word.length() / 3);
    }

    /** Letters to add, drop, change or swap with their neighbour: optimal string alignment. */
    private static int errors(String from, String to) {
        var distance = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            for (var j = 0; j <= to.length(); j++) {
                distance[i][j] = Math.max(i, j);
                if (i == 0 || j == 0) {
                    continue;
                }
                var change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                distance[i][j] = Math.min(
                        distance[i - 1][j - 1] + change, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1)) {
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }
        return distance[from.length()][to.length()];
    }
}
