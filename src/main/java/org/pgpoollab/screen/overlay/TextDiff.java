package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.generate.GeneratedFile;

/**
 * Finds the lines in which two texts differ: {@code - } precedes a missing line, {@code + } an added one. Equal lines are left out,
 * so that a few changed settings give a few lines.
 */
public final class TextDiff {

    /** The maximum number of lines on either side that are compared one by one; the table for more would take too much memory. */
    private static final int MOST_COMPARED = 2000;

    private static final int MOST_SHOWN = 40;

    private final List<String> expected;
    private final List<String> actual;
    private final List<String> found = new ArrayList<>();

    private TextDiff(List<String> expected, List<String> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns at most {@value #MOST_SHOWN} lines, then one with the number of further lines; empty for equal texts. */
    public static List<String> between(String expected, String actual) {
        return limited(new TextDiff(expected.lines().toList(), actual.lines().toList()).find());
    }

    /**
     * Returns how a generated file was edited, below its path; empty if it was not.
     *
     * @param actual the content on disk now; for a secret file only the fact that it differs is reported
     */
    public static List<String> ofFile(GeneratedFile generated, String actual) {
        if (generated.content().equals(actual)) {
            return List.of();
        }
        if (generated.secret()) {
            return List.of(generated.path() + ": differs from what was generated (secret, not shown)");
        }
        var lines = between(generated.content(), actual);
        return lines.isEmpty()
                ? List.of(generated.path() + ": differs in its line ends")
                : under(generated.path() + ": - as generated, + as it is", lines);
    }

    private static List<String> under(String heading, List<String> lines) {
        var all = new ArrayList<String>();
        all.add(heading);
        all.addAll(lines);
        return List.copyOf(all);
    }

    private List<String> find() {
        var begin = 0;
        while (begin < Math.min(expected.size(), actual.size())
                && expected.get(begin).equals(actual.get(begin))) {
            begin++;
        }
        var expectedEnd = expected.size();
        var actualEnd = actual.size();
        while (expectedEnd > begin
                && actualEnd > begin
                && expected.get(expectedEnd - 1).equals(actual.get(actualEnd - 1))) {
            expectedEnd--;
            actualEnd--;
        }
        compare(expected.subList(begin, expectedEnd), actual.subList(begin, actualEnd));
        return found;
    }

    /** Compares by the longest common subsequence. At each difference the missing lines come first, then the added ones. */
    private void compare(List<String> before, List<String> after) {
        if (before.size() > MOST_COMPARED || after.size() > MOST_COMPARED) {
            before.forEach(this::missing);
            after.forEach(this::added);
            return;
        }
        var common = commonLengths(before, after);
        var one = 0;
        var other = 0;
        while (one < before.size() || other < after.size()) {
            if (one < before.size() && other < after.size() && before.get(one).equals(after.get(other))) {
                one++;
                other++;
            } else if (other == after.size()
                    || (one < before.size() && common[one + 1][other] >= common[one][other + 1])) {
                missing(before.get(one++));
            } else {
                added(after.get(other++));
            }
        }
    }

    /** Returns for each pair of positions the length of the longest common subsequence of the lines after them. */
    private static short[][] commonLengths(List<String> before, List<String> after) {
        var common = new short[before.size() + 1][after.size() + 1];
        for (var one = before.size() - 1; one >= 0; one--) {
            for (var other = after.size() - 1; other >= 0; other--) {
                common[one][other] = before.get(one).equals(after.get(other))
                        ? (short) (common[one + 1][other + 1] + 1)
                        : (short) Math.max(common[one + 1][other], common[one][other + 1]);
            }
        }
        return common;
    }

    private void missing(String line) {
        found.add("- " + line);
    }

    private void added(String line) {
        found.add("+ " + line);
    }

    private static List<String> limited(List<String> lines) {
        if (lines.size() <= MOST_SHOWN) {
            return List.copyOf(lines);
        }
        var all = new ArrayList<>(lines.subList(0, MOST_SHOWN));
        all.add("… and " + (lines.size() - MOST_SHOWN) + " more lines");
        return List.copyOf(all);
    }
}
