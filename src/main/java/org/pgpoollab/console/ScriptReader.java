package org.pgpoollab.console;

import java.io.InputStream;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.script.Lexer;
import org.pgpoollab.script.ScriptInput;
import org.pgpoollab.script.ScriptStatement;

/** Reads commands from standard input, each as soon as its line has arrived, so that a program may write them one by one. */
final class ScriptReader implements ScriptRun.StatementSource {

    private final ScriptInput input;
    private final Lexer lexer = new Lexer();
    private boolean ended;

    /** @param program how this program was called, see {@link LaunchCommand#as} */
    ScriptReader(InputStream input, String program) {
        this.input = new ScriptInput(input, "Standard input", program + " < file, with one command a line");
    }

    /** @throws LabException if the input is no text, or a quote is open at its end */
    @Override
    public Optional<ScriptStatement> next() {
        var next = lexer.next();
        while (next.isEmpty() && !ended) {
            feed();
            next = lexer.next();
        }
        return next;
    }

    private void feed() {
        var line = input.next();
        if (line.isPresent()) {
            lexer.feed(line.orElseThrow());
            return;
        }
        ended = true;
        lexer.end();
    }
}
