package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Objects;
import org.pgpoollab.Problem;
import org.pgpoollab.topology.Node;

/**
 * A problem of a lab: what was seen, its cause, and the commands that help.
 *
 * @param check the identity of the check that found it: {@code silent-postgres}
 * @param problem the same in three lines
 * @param about the nodes that it concerns, or whose problems would explain it
 * @param because the first line of the finding that causes this one; empty if none does
 */
public record Finding(
        String check, Severity severity, Problem problem, Remedy remedy, List<Node> about, String because) {

    /** The severity of a finding. A lab with an error is not healthy. */
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

    public boolean isFoundBy(Class<?> checkClass) {
        return check.equals(Check.name(checkClass));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns whether it is an effect of another finding, whose remedy is to be typed instead. */
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

    /** @param remedy in the format of {@link Remedy#text} */
    static Finding error(String what, String why, String remedy) {
        return error(what, why, Remedy.parse(remedy));
    }

    /** @param remedy in the format of {@link Remedy#text} */
    static Finding warning(String what, String why, String remedy) {
        return warning(what, why, Remedy.parse(remedy));
    }

    private static Finding of(Severity severity, String what, String why, Remedy remedy) {
        return new Finding("", severity, new Problem(what, why, remedy.text()), remedy, List.of(), "");
    }
}
