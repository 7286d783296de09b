package org.pgpoollab.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The word of {@code known} that a typing error or two turn into {@code typed}, or that it abbreviates. */
    public static Optional<String> to(String typed, Collection<String> known) {
        var near = known.stream()
                .filter(word -> distance(typed, word) <= tolerance(typed, word))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
        return near.or(() -> known.stream()
                .filter(word -> typed.length() > 1 && word.startsWith(typed))
                .findFirst());
    }

    private static int tolerance(String typed, String word) {
        return Math.max(1, Math.min(typed.length(), word.length()) / 3);
    }

    /** How many letters must be put in, taken out, changed or swapped with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = distance(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int distance(int[][] table, String one, String other, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        var least = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        var swapped = i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
