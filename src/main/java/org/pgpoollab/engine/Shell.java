package org.pgpoollab.engine;

import java.io.OutputStream;

/** Runs other processes. All processes that this program starts go through it. Safe for use by several threads. */
public interface Shell {

    /**
     * Runs a program until it ends.
     *
     * @return how it ended, also when it failed
     * @throws org.pgpoollab.LabException if there is no such program, or it was killed at its deadline
     */
    Ended run(Command command);

    /**
     * Runs a program until it ends and passes on its output as it comes, flushed often.
     *
     * @return its exit status
     * @throws org.pgpoollab.LabException as {@link #run} does
     */
    int relay(Command command, OutputStream output, OutputStream errors);

    /**
     * Runs a program on this process's own terminal, or standard streams, until it ends by itself. The command's input and deadline are
     * ignored.
     *
     * @return its exit status
     */
    int interact(Command command);

    /**
     * The result of a program.
     *
     * @param output what it wrote to standard output, as UTF-8 with malformed input replaced
     * @param errors what it wrote to standard error, likewise
     */
    record Ended(int status, String output, String errors) {

        public boolean succeeded() {
            return status == 0;
        }

        /** Returns the last line that is not blank, of the errors if there are any, else of the output. */
        public String lastWords() {
            var text = errors.isBlank() ? output : errors;
            var lines = text.strip().lines().toList();
            return lines.isEmpty()
                    ? "it said nothing"
                    : lines.get(lines.size() - 1).strip();
        }
    }
}
