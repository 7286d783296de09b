package org.pgpoollab.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import org.pgpoollab.Problem;
import org.pgpoollab.report.Json;
import org.pgpoollab.report.Report;

/**
 * Writes a command's results to one stream, and progress and problems to another. In JSON format the second stream holds only one
 * {@code {"problems":[…]}} on each line. If the results cannot be written any more, the command ends by
 * {@link OutputClosed}.
 */
public final class Output {

    /** The width if the output is no terminal, or its width is unknown. */
    public static final int ENDLESS = 0;

    /** How many lines are written between two checks: a check flushes, which is slow for a log of a million lines. */
    private static final int LINES_BETWEEN_CHECKS = 200;

    private final PrintStream results;
    private final PrintStream messages;
    private final Format format;
    private final Style style;
    private final AsciiFallback glyphs;
    private final IntSupplier columns;
    private int linesUnchecked;
    private boolean hasAdvised;
    private final List<String> severalCommands = new ArrayList<>();
    private final Set<String> remediesBegin = new HashSet<>();

    /** @param charset the character set of both streams */
    public Output(PrintStream results, PrintStream messages, Charset charset, Format format, Style style) {
        this(results, messages, charset, format, style, () -> ENDLESS);
    }

    /** @param columns the current width of the terminal, at which lines are broken at spaces */
    public Output(
            PrintStream results,
            PrintStream messages,
            Charset charset,
            Format format,
            Style style,
            IntSupplier columns) {
        this.results = results;
        this.messages = messages;
        this.format = format;
        this.style = style;
        this.glyphs = new AsciiFallback(charset);
        this.columns = columns;
    }

    /** Returns an output that discards everything. */
    public Output muted() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Output(nowhere, nowhere, StandardCharsets.UTF_8, Format.TEXT, style);
    }

    /** Returns the width of the terminal; {@link #ENDLESS} if the output is no terminal. */
    public int columns() {
        return columns.getAsInt();
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    public Style style() {
        return style;
    }

    public void show(Report report) {
        if (isJson()) {
            json(report.json());
            return;
        }
        hasAdvised |= report.advises();
        report.severalCommands().ifPresent(severalCommands::add);
        report.lines(style.look()).forEach(line -> line(fitted(line)));
    }

    /** Writes one line of a result; call {@link #flush} before waiting for anything. */
    public void line(String text) {
        results.print(isJson() ? glyphs.fitJson(text) : glyphs.fit(text));
        results.print('\n');
        throwIfGoneNowAndThen();
    }

    /** Writes text of a result as it is, without adding a line end. */
    public void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        results.print(glyphs.fit(text));
        throwIfGone();
    }

    public void json(Object tree) {
        line(Json.text(tree));
    }

    /** Writes one line of progress. */
    public void note(String text) {
        message(fitted(text) + "\n");
    }

    /** Breaks a text at spaces into lines that the terminal shows whole, if its width is known. */
    String fitted(String text) {
        return LineBreaks.at(columns.getAsInt(), text);
    }

    /** Writes a suggestion of commands to type next. */
    public void advice(String text) {
        hasAdvised = true;
        note(style.dim("  " + text));
    }

    /**
     * Returns whether a command for the same lab was suggested.
     *
     * @param isCommand whether the first word of a remedy is a command of this program
     */
    public boolean hasAdvised(Predicate<String> isCommand) {
        return hasAdvised || remediesBegin.stream().anyMatch(isCommand);
    }

    /**
     * Returns the first line of several commands that was suggested.
     *
     * @param isCommand whether a line's first word is a command of this program
     */
    public Optional<String> severalCommands(Predicate<String> isCommand) {
        return severalCommands.stream()
                .filter(line -> isCommand.test(firstWord(line)))
                .findFirst();
    }

    private static String firstWord(String line) {
        return line.split("[ ;,]", 2)[0];
    }

    /** Writes the plain shell line that does what this program does now. */
    public void shellLine(String line) {
        message(style.dim("  $ " + PrintableMessage.shell(line)) + "\n");
    }

    /** Writes a message like {@link #note}, but without adding a line end. */
    public void message(String text) {
        if (isJson()) {
            return;
        }
        // If both streams go to one file, this keeps the order in which they were written.
        results.flush();
        messages.print(glyphs.fit(text));
        messages.flush();
    }

    public void problems(List<Problem> problems) {
        if (isJson()) {
            complain(Map.of("problems", problems.stream().map(Output::tree).toList()));
            return;
        }
        problems.stream()
                .map(Problem::remedy)
                .filter(remedy -> !remedy.contains("--lab"))
                .forEach(remedy -> remediesBegin.add(firstWord(remedy)));
        problems.stream()
                .map(problem -> problem.remedy().split(", or ?", 2)[0])
                .filter(line -> line.contains("; "))
                .forEach(severalCommands::add);
        problems.stream()
                .map(PrintableMessage::of)
                .forEach(problem -> note(style.red("✗") + problem.text().substring(1)));
    }

    /** Writes that a line of a script failed, and that the rest of the script was not run. */
    public void stoppedAt(String place, String line, int status) {
        if (isJson()) {
            var failed = new LinkedHashMap<String, Object>();
            failed.put("place", place);
            failed.put("command", line);
            failed.put("status", status);
            complain(Map.of("failed", failed));
            return;
        }
        note(style.red("✗") + " stopped at " + place + " (status " + status + "): " + PrintableMessage.text(line));
    }

    /** Flushes both streams. */
    public void flush() {
        throwIfGone();
        messages.flush();
    }

    /** Lets a program write directly to both streams. */
    public int relay(ToIntBiFunction<OutputStream, OutputStream> program) {
        var status = program.applyAsInt(results, messages);
        flush();
        return status;
    }

    /** Writes what a program wrote to standard error. */
    public void errors(String text) {
        message(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }

    static Map<String, Object> tree(Problem problem) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("what", problem.what());
        tree.put("why", problem.why());
        tree.put("remedy", problem.remedy());
        return tree;
    }

    private void complain(Object tree) {
        messages.print(glyphs.fitJson(Json.line(tree)));
        messages.print('\n');
        messages.flush();
    }

    private void throwIfGoneNowAndThen() {
        linesUnchecked++;
        if (linesUnchecked >= LINES_BETWEEN_CHECKS) {
            throwIfGone();
        }
    }

    private void throwIfGone() {
        linesUnchecked = 0;
        if (results.checkError()) {
            throw new OutputClosed(results instanceof ResultStream stream ? stream.failure() : "");
        }
    }
}
