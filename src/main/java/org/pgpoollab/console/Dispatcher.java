package org.pgpoollab.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.Unwritable;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.OutputClosed;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.CommandEnvironment;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.ProgramOptions;

/** Runs one command from any source and reports its problems. All checks that refuse a command stand here. */
final class Dispatcher {

    private final CommandEnvironment environment;
    private final Function<ProgramOptions, LabSession> sessions;
    private final List<Path> crashDirectories;
    private final String program;

    /** @param program how this program was called, see {@link LaunchCommand#as} */
    Dispatcher(
            CommandEnvironment environment,
            Function<ProgramOptions, LabSession> sessions,
            List<Path> crashDirectories,
            String program) {
        this.environment = environment;
        this.sessions = sessions;
        this.crashDirectories = crashDirectories;
        this.program = program;
    }

    /** Returns the same dispatcher for commands in another environment. */
    Dispatcher with(CommandEnvironment other) {
        return new Dispatcher(other, sessions, crashDirectories, program);
    }

    /**
     * Runs the command to its end and reports problems through {@code output}.
     *
     * @throws OutputClosed if standard output cannot be written any more
     */
    Exit run(Invocation typed, Output output) {
        environment.interruption().begin();
        try {
            return runWithin(typed, output);
        } finally {
            environment.interruption().end();
        }
    }

    /** Does the same for a command that a running command types: ^C stays with the one that was typed. */
    Exit runWithin(Invocation typed, Output output) {
        try {
            var exit = attempt(typed, output);
            output.flush();
            return environment.interruption().happened() ? Exit.INTERRUPTED : exit;
        } catch (OutputClosed gone) {
            throw gone;
        } catch (LabException problem) {
            if (problem.exit() == Exit.INTERRUPTED && environment.interruption().happened()) {
                return interrupted(typed, output);
            }
            output.problems(problem.problems());
            return environment.interruption().happened() ? Exit.INTERRUPTED : problem.exit();
        } catch (InterruptedException interrupted) {
            return interrupted(typed, output);
        } catch (InvalidPathException name) {
            var problem = Unwritable.problem(name);
            output.problems(problem.problems());
            return problem.exit();
        } catch (RuntimeException | Error fault) {
            return fault(typed, fault, output);
        }
    }

    private Exit attempt(Invocation typed, Output output) throws InterruptedException {
        if (Catalog.known(typed.command()).isEmpty()) {
            // An unknown command may be the value of a mistyped option, which this reports.
            Syntax.optionsOf(typed.options());
        }
        var read = Syntax.of(Catalog.find(typed.command())).read(typed.arguments());
        refuse(typed, read.command(), read.options());
        var context = new CommandContext(
                environment, read.options(), output, () -> sessions.apply(read.options()), new NestedCommands(this));
        try {
            if (read.command().needsLabAlone()) {
                context.reserve(ShellQuoting.join(typed.everything()));
            }
            return read.command().run(context);
        } finally {
            context.end();
        }
    }

    private void refuse(Invocation typed, LabCommand command, ProgramOptions options) {
        if (!options.commands().isEmpty()) {
            throw LabException.usage(
                    "-c does not go with a command",
                    "'" + typed.command() + "' was typed besides",
                    program + " -c '" + typed.command() + "; …'");
        }
        if (options.readOnly() && !options.dryRun() && command.changes()) {
            throw LabException.failed(
                    "'" + typed.command() + "' was refused",
                    "it can change something, and --read-only was given",
                    typed.line() + " --dry-run, or leave --read-only out");
        }
    }

    private Exit interrupted(Invocation typed, Output output) {
        var changes =
                Catalog.known(typed.command()).filter(Catalog.Entry::hasSteps).isPresent();
        output.problems(List.of(new Problem(
                "'" + typed.command() + "' was interrupted",
                changes ? "the steps that were done stay, unless they are undone above" : "",
                changes ? "diagnose" : "")));
        return Exit.INTERRUPTED;
    }

    private Exit fault(Invocation typed, Throwable fault, Output output) {
        if (environment.interruption().happened()) {
            return interrupted(typed, output);
        }
        var problem = CrashReport.of(fault, crashDirectories);
        output.problems(problem.problems());
        return problem.exit();
    }
}
