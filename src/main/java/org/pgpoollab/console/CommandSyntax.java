package org.pgpoollab.console;

import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.script.Lexer;

/** Checks lines of commands without running them or looking at a lab. */
final class CommandSyntax {

    private CommandSyntax() {}

    /** Returns why a line cannot be read; empty if it can. */
    static Optional<Problem> problem(String line) {
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

    static boolean isCommand(String word) {
        return Catalog.known(word).isPresent();
    }
}
