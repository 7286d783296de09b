package org.pgpoollab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with a file, each problem with its line, so that it is told at once. Not thread-safe. */
public final class FileProblems {

    private static final int MOST = 50;

    private final String file;
    private final List<Placed> found = new ArrayList<>();

    private record Placed(int line, Problem problem) {}

    /** @param file how messages name the file */
    public FileProblems(String file) {
        this.file = file;
    }

    public void add(int line, String what, String why, String remedy) {
        found.add(new Placed(
                line, new Problem(file + " line " + line + ": " + shortened(what), shortened(why), shortened(remedy))));
    }

    /** Adds a problem that another parser has found in this line. */
    public void add(int line, Problem problem) {
        add(line, problem.what(), problem.why(), problem.remedy());
    }

    private static String shortened(String text) {
        return Excerpt.of(text, 400);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws LabException with all problems in the order of lines, if there are any */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        var sorted = found.stream()
                .sorted(Comparator.comparingInt(Placed::line))
                .map(Placed::problem)
                .limit(MOST)
                .toList();
        throw new LabException(Exit.USAGE, sorted);
    }
}
