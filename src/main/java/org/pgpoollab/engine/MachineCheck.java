package org.pgpoollab.engine;

import java.util.Objects;
import org.pgpoollab.Problem;

/**
 * Something that this program needs of the machine, and what was found.
 *
 * @param subject what was checked, in one to three words: {@code user namespaces}
 * @param found what was found; if it is not enough, why
 * @param remedy what to type so that it is enough; empty if it is, or if nothing is known
 */
public record MachineCheck(String subject, Result result, String found, String remedy) {

    public enum Result {
        MET,
        /** A lab can run, but something that the program offers cannot be had. */
        LIMITED,
        UNMET
    }

    public MachineCheck {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(result);
        Objects.requireNonNull(found);
        Objects.requireNonNull(remedy);
    }

    public static MachineCheck met(String subject, String found) {
        return new MachineCheck(subject, Result.MET, found, "");
    }

    public static MachineCheck limited(String subject, String found, String remedy) {
        return new MachineCheck(subject, Result.LIMITED, found, remedy);
    }

    public static MachineCheck unmet(String subject, String found, String remedy) {
        return new MachineCheck(subject, Result.UNMET, found, remedy);
    }

    /** Returns the check of a problem that keeps a lab from running. */
    public static MachineCheck unmet(String subject, Problem problem) {
        return unmet(subject, problem.why().isEmpty() ? problem.what() : problem.why(), problem.remedy());
    }

    public boolean isUnmet() {
        return result == Result.UNMET;
    }
}
