package org.pgpoollab.console;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.OutputClosed;
import org.pgpoollab.script.ScriptStatement;

/** Runs commands one after another until one does not succeed. */
final class ScriptRun {

    private final List<String> inherited;
    private final BiFunction<Invocation, ScriptStatement, Exit> runner;
    private final Output output;
    private final Function<ScriptStatement, String> place;

    /**
     * @param inherited the program's own options, which each command gets too
     * @param runner runs one command and reports its problems
     * @param place how a message names the position of a command: {@code line 3}
     */
    ScriptRun(
            List<String> inherited,
            BiFunction<Invocation, ScriptStatement, Exit> runner,
            Output output,
            Function<ScriptStatement, String> place) {
        this.inherited = List.copyOf(inherited);
        this.runner = runner;
        this.output = output;
        this.place = place;
    }

    /** Returns the exit of the last command. A closed standard output counts as a failure only if it kept commands from running. */
    Exit run(StatementSource statements) {
        for (var next = statements.next(); next.isPresent(); next = statements.next()) {
            var exit = run(next.orElseThrow(), statements);
            if (exit.isPresent()) {
                return exit.orElseThrow();
            }
        }
        return Exit.DONE;
    }

    /** Runs one command; empty if the script continues. */
    private Optional<Exit> run(ScriptStatement statement, StatementSource rest) {
        var typed = Invocation.of(statement.words());
        Exit exit;
        try {
            exit = typed.hasCommand() ? runner.apply(typed.under(inherited), statement) : noCommand();
        } catch (OutputClosed gone) {
            var end = gone.reportedTo(output);
            return Optional.of(rest.next().isPresent() ? Exit.FAILED : end);
        }
        if (exit == Exit.DONE) {
            return Optional.empty();
        }
        output.stoppedAt(place.apply(statement), statement.text(), exit.status());
        return Optional.of(exit);
    }

    private Exit noCommand() {
        output.problems(LabException.usage("There is no command in this line", "it has nothing but options", "help")
                .problems());
        return Exit.USAGE;
    }

    /** Returns one command after another; empty at the end. */
    @FunctionalInterface
    interface StatementSource {
        Optional<ScriptStatement> next();
    }
}
