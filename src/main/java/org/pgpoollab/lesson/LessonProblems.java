package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgpoollab.Excerpt;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/** Collects all that is wrong with a lesson's file, so that it is told at once. */
final class LessonProblems {

    private static final int MOST = 50;

    private final String file;
    private final List<Placed> found = new ArrayList<>();

    private record Placed(int line, Problem problem) {}

    LessonProblems(String file) {
        this.file = file;
    }

    void add(int line, String what, String why, String remedy) {
        found.add(new Placed(
                line, new Problem(file + " line " + line + ": " + shortened(what), shortened(why), shortened(remedy))));
    }

    /** Adds a problem that another parser has found in this line. */
    void add(int line, Problem problem) {
        add(line, problem.what(), problem.why(), problem.remedy());
    }

    private static String shortened(String text) {
        return Excerpt.of(text, 400);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws LabException with all problems in the order of lines, if there are any */
    void throwIfAny() {
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
