package org.pgpoollab.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import org.pgpoollab.Problem;
import org.pgpoollab.report.Report;

/**
 * Where a command's words go: results to one stream, progress and problems to another. As JSON, the second holds nothing but one
 * {@code {"problems":[…]}} a line. A result that nobody reads ends the command by {@link OutputClosed}.
 */
public final class Output {

    /** The width of what is no terminal, or one of which no width is known. */
    public static final int ENDLESS = 0;

    /** A check flushes, which is slow for a log of a million lines. */
    private static final int LINES_BETWEEN_CHECKS = 200;

    private final PrintStream results;
    private final PrintStream messages;
    private final Format format;
    private final Style style;
    private final AsciiFallback glyphs;
    private final IntSupplier columns;
    private int linesUnchecked;
    private boolean hasAdvised;

    /** @param charset of both streams */
    public Output(PrintStream results, PrintStream messages, Charset charset, Format format, Style style) {
        this(results, messages, charset, format, style, () -> ENDLESS);
    }

    /** @param columns how wide the terminal is now, so that lines are broken at blanks */
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

    /** The same for somebody who wants to hear nothing. */
    Output muted() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Output(nowhere, nowhere, StandardCharsets.UTF_8, Format.TEXT, style);
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
        report.lines(style.look()).forEach(line -> line(fitted(line)));
    }

    /** One line of a result; call {@link #flush} before waiting for anything. */
    public void line(String text) {
        results.print(isJson() ? glyphs.fitJson(text) : glyphs.fit(text));
        results.print('\n');
        throwIfGoneNowAndThen();
    }

    /** Text of a result that has its own line ends, if any. */
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

    /** One line about how things go. */
    public void note(String text) {
        message(fitted(text) + "\n");
    }

    private String fitted(String text) {
        return LineBreaks.at(columns.getAsInt(), text);
    }

    /** Commands to go on with. */
    public void advice(String text) {
        hasAdvised = true;
        note(style.dim("  " + text));
    }

    /** Whether commands were told that are typed for the same lab. */
    public boolean hasAdvised() {
        return hasAdvised;
    }

    /** The plain shell line that does what this program does just now. */
    public void shellLine(String line) {
        message(style.dim("  $ " + PrintableMessage.text(line)) + "\n");
    }

    /** Like {@link #note}, but with its own line end or none. */
    public void message(String text) {
        if (isJson()) {
            return;
        }
        // Where both streams end in one file, they are to be read in the order in which they were written.
        results.flush();
        messages.print(glyphs.fit(text));
        messages.flush();
    }

    public void problems(List<Problem> problems) {
        if (isJson()) {
            complain(Map.of("problems", problems.stream().map(Output::tree).toList()));
            return;
        }
        hasAdvised |= problems.stream()
                .map(Problem::remedy)
                .anyMatch(remedy -> !remedy.contains("--lab")
                        && Catalog.known(remedy.split("[ ;,]", 2)[0]).isPresent());
        problems.stream()
                .map(PrintableMessage::of)
                .forEach(problem -> note(style.red("✗") + problem.text().substring(1)));
    }

    /** That a line of a script failed, and that the rest of it was not run. */
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

    /** Sends what was printed so far on its way. */
    public void flush() {
        throwIfGone();
        messages.flush();
    }

    /** Lets somebody write to both streams as it comes. */
    int relay(ToIntBiFunction<OutputStream, OutputStream> program) {
        var status = program.applyAsInt(results, messages);
        flush();
        return status;
    }

    /** What a program left behind by its standard error. */
    void errors(String text) {
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
            throw new OutputClosed();
        }
    }
}
