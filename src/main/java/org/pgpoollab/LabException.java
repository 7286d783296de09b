package org.pgpoollab;

import java.util.List;
import java.util.stream.Collectors;

/** Ends what is being done with one or more {@link Problem}s and the exit status that fits them. Shown without a stack trace. */
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

    /** One problem with status 1. */
    public static LabException failed(String what, String why, String remedy) {
        return of(Exit.FAILED, what, why, remedy);
    }

    /** One problem with status 2: what was typed or written cannot be meant. */
    public static LabException usage(String what, String why, String remedy) {
        return of(Exit.USAGE, what, why, remedy);
    }

    /** One problem with status 4: this machine lacks something. */
    public static LabException missing(String what, String why, String remedy) {
        return of(Exit.MISSING, what, why, remedy);
    }

    public static LabException of(Exit exit, String what, String why, String remedy) {
        return new LabException(exit, List.of(new Problem(what, why, remedy)));
    }

    /** The same, of something that every other way to the same end needs as well. */
    public LabException ofPrecondition() {
        return new LabException(exit, problems, true);
    }

    /** Whether no other way to the same end would do better: nothing was changed yet. */
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
