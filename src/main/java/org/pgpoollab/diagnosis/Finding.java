package org.pgpoollab.diagnosis;

import java.util.Objects;
import org.pgpoollab.Problem;

/** One thing that is wrong with a lab: what was seen, what it comes from, and the pgpool-lab command that helps. */
public record Finding(Severity severity, Problem problem) {

    /** Whether a lab with such a finding can be called healthy: an error says no. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(problem);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    static Finding error(String what, String why, String remedy) {
        return new Finding(Severity.ERROR, new Problem(what, why, remedy));
    }

    static Finding warning(String what, String why, String remedy) {
        return new Finding(Severity.WARNING, new Problem(what, why, remedy));
    }
}
