package org.pgpoollab;

import java.util.List;
import java.util.stream.Collectors;

/** Ends an operation with one or more {@link Problem}s and an exit status. Shown without a stack trace. */
public final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Exit exit;
    private final transient List<Problem> problems;
    private final boolean ofPrecondition;

    public LabException(Exit exit, List<Problem> problems) {
        this(exit, problems, false);
    }

    private LabException(Exit exit, List<Problem> problems, boolean ofPrecondition) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs at least one problem");
        }
        this.exit = exit;
        this.problems = List.copyOf(problems);
        this.ofPrecondition = ofPrecondition;
    }

    /** Creates an exception with one problem and status 1. */
    public static LabException failed(String what, String why, String remedy) {
        return of(Exit.FAILED, what, why, remedy);
    }

    /** Creates an exception with one problem and status 2: what was typed or written is invalid. Long words in quotes are shortened. */
    public static LabException usage(String what, String why, String remedy) {
        return new LabException(Exit.USAGE, List.of(Excerpt.of(new Problem(what, why, remedy))));
    }

    /** Creates an exception with one problem and status 4: this machine lacks something. */
    public static LabException missing(String what, String why, String remedy) {
        return of(Exit.MISSING, what, why, remedy);
    }

    public static LabException of(Exit exit, String what, String why, String remedy) {
        return new LabException(exit, List.of(new Problem(what, why, remedy)));
    }

    /** Returns this exception as that of a precondition, which every alternative method needs as well. */
    public LabException ofPrecondition() {
        return new LabException(exit, problems, true);
    }

    /** Returns whether a precondition failed: nothing was changed yet, and no alternative method would succeed. */
    public boolean isOfPrecondition() {
        return ofPrecondition;
    }

    public Exit exit() {
        return exit;
    }

    public List<Problem> problems() {
        return problems;
    }
}
