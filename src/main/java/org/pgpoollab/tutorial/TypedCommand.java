package org.pgpoollab.tutorial;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.pgpoollab.Exit;
import org.pgpoollab.output.Format;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.Style;
import org.pgpoollab.session.CommandContext;

/**
 * A command that was typed without showing what it prints.
 *
 * @param output all that it printed
 */
record TypedCommand(Exit exit, String output) {

    /** Runs a command of the context. */
    static TypedCommand run(CommandContext context, String line) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        var exit = context.type(line, new Output(stream, stream, StandardCharsets.UTF_8, Format.TEXT, Style.PLAIN));
        stream.flush();
        return new TypedCommand(exit, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Returns the last problem that it reported, on one line; if it reported none, its last line. */
    String lastProblem() {
        var begin = output.lastIndexOf("✗ ");
        var told = begin < 0 ? output.lines().reduce("", (before, line) -> line) : output.substring(begin);
        return told.lines().map(String::strip).collect(Collectors.joining(" · ")).replaceAll("\\s+", " ");
    }
}
