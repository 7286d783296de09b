package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Objects;
import org.pgpoollab.Problem;
import org.pgpoollab.topology.Node;

/**
 * One thing that is wrong with a lab: what was seen, what it comes from, and the commands that help.
 *
 * @param check the identity of the check that found it: {@code silent-postgres}
 * @param problem the same in three lines
 * @param about the nodes whose trouble it is, or whose trouble would explain it
 * @param because what the finding says that this one comes from; empty if it comes from none
 */
public record Finding(
        String check, Severity severity, Problem problem, Remedy remedy, List<Node> about, String because) {

    /** Whether a lab with such a finding can be called healthy: an error says no. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        Objects.requireNonNull(check);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(because);
        about = List.copyOf(about);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Whether it goes away with another finding: then the remedy of that one is to be typed. */
    public boolean isConsequence() {
        return !because.isEmpty();
    }

    Finding about(Node... nodes) {
        return about(List.of(nodes));
    }

    Finding about(List<Node> nodes) {
        return new Finding(check, severity, problem, remedy, nodes, because);
    }

    Finding explained(String more) {
        var told = new Problem(
                problem.what(), problem.why() + (problem.why().isEmpty() ? "" : "; ") + more, problem.remedy());
        return new Finding(check, severity, told, remedy, about, because);
    }

    Finding remedied(Remedy better) {
        var told = new Problem(problem.what(), problem.why(), better.text());
        return new Finding(check, severity, told, better, about, because);
    }

    Finding foundBy(Check by) {
        return new Finding(by.name(), severity, problem, remedy, about, because);
    }

    Finding because(Finding cause) {
        return new Finding(
                check, severity, problem, remedy, about, cause.problem().what());
    }

    static Finding error(String what, String why, Remedy remedy) {
        return of(Severity.ERROR, what, why, remedy);
    }

    static Finding warning(String what, String why, Remedy remedy) {
        return of(Severity.WARNING, what, why, remedy);
    }

    /** @param remedy as {@link Remedy#text} writes it */
    static Finding error(String what, String why, String remedy) {
        return error(what, why, Remedy.parse(remedy));
    }

    /** @param remedy as {@link Remedy#text} writes it */
    static Finding warning(String what, String why, String remedy) {
        return warning(what, why, Remedy.parse(remedy));
    }

    private static Finding of(Severity severity, String what, String why, Remedy remedy) {
        return new Finding("", severity, new Problem(what, why, remedy.text()), remedy, List.of(), "");
    }
}
