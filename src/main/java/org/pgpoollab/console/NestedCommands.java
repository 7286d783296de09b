package org.pgpoollab.console;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.output.Output;
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
        try {
            for (var statement : Lexer.statements(line)) {
                var typed = Invocation.of(statement.words());
                Syntax.of(Catalog.find(typed.command())).read(typed.arguments());
            }
            return Optional.empty();
        } catch (LabException invalid) {
            return Optional.of(invalid.problems().get(0));
        }
    }

    @Override
    public boolean isCommand(String word) {
        return Catalog.known(word).isPresent();
    }

    @Override
    public List<String> words(String line) {
        return Lexer.statements(line).stream().findFirst().map(ScriptStatement::words).orElse(List.of());
    }

    @Override
    public Exit run(String line, ProgramOptions options, Output output) {
        for (var statement : Lexer.statements(line)) {
            var exit = dispatcher.runWithin(Invocation.of(statement.words()).under(options.words()), output);
            if (exit != Exit.DONE) {
                return exit;
            }
        }
        return Exit.DONE;
    }
}
