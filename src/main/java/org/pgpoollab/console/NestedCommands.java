package org.pgpoollab.console;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.Problem;
import org.pgpoollab.output.Output;
import org.pgpoollab.script.Lexer;
import org.pgpoollab.script.ScriptStatement;
import org.pgpoollab.session.CommandEnvironment;
import org.pgpoollab.session.CommandRunner;
import org.pgpoollab.syntax.ProgramOptions;

/** Reads and runs the lines that a running command types. */
final class NestedCommands implements CommandRunner {

    private final Dispatcher dispatcher;

    NestedCommands(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Optional<Problem> problem(String line) {
        return CommandSyntax.problem(line);
    }

    @Override
    public boolean isCommand(String word) {
        return CommandSyntax.isCommand(word);
    }

    @Override
    public List<String> words(String line) {
        return Lexer.statements(line).stream()
                .findFirst()
                .map(ScriptStatement::words)
                .orElse(List.of());
    }

    @Override
    public Exit run(String line, ProgramOptions options, Output output, CommandEnvironment environment) {
        for (var statement : Lexer.statements(line)) {
            var exit = dispatcher
                    .with(environment)
                    .runWithin(Invocation.of(statement.words()).under(options.words()), output);
            if (exit != Exit.DONE) {
                return exit;
            }
        }
        return Exit.DONE;
    }
}
