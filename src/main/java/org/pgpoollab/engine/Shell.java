package org.pgpoollab.engine;

import java.io.OutputStream;

/** The one door to other processes. Safe for use by several threads at a time. */
public interface Shell {

    /**
     * Runs a program to its end.
     *
     * @return how it ended, also when it failed
     * @throws org.pgpoollab.LabException if there is no such program, or it was killed at its deadline
     */
    Ended run(Command command);

    /**
     * Runs a program to its end and passes on what it writes as it comes, flushed often.
     *
     * @return its exit status
     * @throws org.pgpoollab.LabException as {@link #run} does
     */
    int relay(Command command, OutputStream output, OutputStream errors);

    /**
     * Runs a program that has this program's own terminal, or its standard streams, until it ends by itself. Its input and its deadline do
     * not count.
     *
     * @return its exit status
     */
    int interact(Command command);

    /** @param output what it wrote to standard output, as UTF-8 with malformed input replaced; {@code errors} likewise */
    record Ended(int status, String output, String errors) {

        public boolean succeeded() {
            return status == 0;
        }

        /** The last line that says something, of the errors if there are any, else of the output. */
        public String lastWords() {
            var text = errors.isBlank() ? output : errors;
            var lines = text.strip().lines().toList();
            return lines.isEmpty()
                    ? "it said nothing"
                    : lines.get(lines.size() - 1).strip();
        }
    }
}
