package org.pgpoollab.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pgpoollab.FileProblems;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/**
 * Parses a script that is presented. It is what standard input may be: one line of commands after another, and comments; a comment that
 * begins with {@code ##} is the heading of a section. All problems are told at once, each with its line.
 */
public final class ScriptParser {

    private static final int MOST_STEPS = 1000;
    private static final String HEADING = "#";
    private static final String INTERPRETER = "!";

    /** A line of a comment that goes on with the paragraph above it. */
    private static final Pattern CONTINUES = Pattern.compile("(?![-*] )\\S.*");

    private final String file;
    private final Function<String, Optional<Problem>> check;
    private final FileProblems problems;
    private final Lexer lexer = new Lexer();
    private final List<ScriptStep> steps = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private String section = "";
    private int line;

    private ScriptParser(String file, Function<String, Optional<Problem>> check) {
        this.file = file;
        this.check = check;
        this.problems = new FileProblems(file);
    }

    /**
     * @param file how messages name the script
     * @param check returns why a command cannot be read; empty if it can
     * @throws LabException as a usage error with all problems
     */
    public static Script parse(String file, List<String> lines, Function<String, Optional<Problem>> check) {
        return new ScriptParser(file, check).script(lines);
    }

    private Script script(List<String> lines) {
        lines.forEach(this::take);
        try {
            lexer.end();
        } catch (LabException unclosed) {
            problems.add(lexer.quoteLine(), unclosed.problems().get(0));
        }
        takeCommands();
        if (steps.isEmpty() && problems.isEmpty()) {
            problems.add(1, "the script has no command", "it is empty, or has nothing but comments", "status");
        }
        problems.throwIfAny();
        return new Script(file, steps, paragraphs(comments));
    }

    private void take(String text) {
        line++;
        lexer.feed(text);
        lexer.comment().ifPresent(this::takeComment);
        if (!lexer.isOpen()) {
            takeCommands();
        }
    }

    private void takeComment(String text) {
        if (text.startsWith(HEADING)) {
            section = text.replaceFirst("^#+", "").strip();
        } else if (line > 1 || !text.startsWith(INTERPRETER)) {
            comments.add(text.replaceFirst("^ ", "").stripTrailing());
        }
    }

    /** Makes a step of the commands of a line. */
    private void takeCommands() {
        var commands = new ArrayList<ScriptStatement>();
        for (var next = lexer.next(); next.isPresent(); next = lexer.next()) {
            commands.add(next.orElseThrow());
        }
        if (commands.isEmpty()) {
            return;
        }
        commands.forEach(this::checkCommand);
        refuseEndless(commands.get(0).line());
        var typed =
                String.join("; ", commands.stream().map(ScriptStatement::text).toList());
        steps.add(new ScriptStep(commands.get(0).line(), section, paragraphs(comments), typed));
        comments.clear();
    }

    private void checkCommand(ScriptStatement statement) {
        if (statement.text().codePoints().anyMatch(ScriptParser::isInvisible)) {
            problems.add(
                    statement.line(),
                    "the command has an invisible character",
                    "it would run as another one than it shows",
                    "type the line anew");
            return;
        }
        check.apply(statement.text()).ifPresent(problem -> problems.add(statement.line(), problem));
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT;
    }

    private void refuseEndless(int at) {
        if (steps.size() == MOST_STEPS) {
            problems.add(
                    at, "the script has more than " + MOST_STEPS + " lines of commands", "", "make two scripts of it");
            problems.throwIfAny();
        }
    }

    /**
     * Returns the paragraphs of comments, because terminals differ in width. A line that is indented, or begins a list, stands on its own.
     * Empty lines before and after them are left out.
     */
    private static List<String> paragraphs(List<String> comments) {
        var paragraphs = new ArrayList<String>();
        for (var comment : comments) {
            var last = paragraphs.size() - 1;
            if (last < 0
                    || paragraphs.get(last).isEmpty()
                    || !CONTINUES.matcher(comment).matches()) {
                paragraphs.add(comment);
            } else {
                paragraphs.set(last, paragraphs.get(last) + " " + comment);
            }
        }
        return trimmed(paragraphs);
    }

    private static List<String> trimmed(List<String> lines) {
        return String.join("\n", lines)
                .replaceFirst("^\n+", "")
                .stripTrailing()
                .lines()
                .toList();
    }
}
