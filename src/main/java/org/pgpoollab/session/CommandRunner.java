package org.pgpoollab.session;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.Problem;
import org.pgpoollab.output.Output;
import org.pgpoollab.syntax.ProgramOptions;

/** Runs lines of commands for a running command, as if they were typed, and tells whether a line is a command. */
public interface CommandRunner {

    /** Knows no command. */
    CommandRunner NONE = new CommandRunner() {
        @Override
        public Optional<Problem> problem(String line) {
            return Optional.empty();
        }

        @Override
        public boolean isCommand(String word) {
            return false;
        }

        @Override
        public Exit run(String line, ProgramOptions options, Output output) {
            return Exit.FAILED;
        }
    };

    /** Returns why the line cannot be read; empty if it can. Nothing is run, and no lab is looked at. */
    Optional<Problem> problem(String line);

    boolean isCommand(String word);

    /** Returns the options and words of the first command of a line; empty if there is none. */
    default List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    /**
     * Runs the commands of a line until one does not succeed, and reports problems through the output.
     *
     * @param options the program's options that each command gets
     */
    Exit run(String line, ProgramOptions options, Output output);
}
