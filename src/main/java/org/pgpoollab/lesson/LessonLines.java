package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.WordWrap;

/**
 * Lays out a lesson for a terminal.
 *
 * @param width the columns to fill
 */
public record LessonLines(int width, TerminalLook look) {

    private static final String LISTING = "    ";

    /** Returns the whole view: head, text, instruction, goals, hints and question. */
    public List<String> of(LessonView view) {
        var lines = new ArrayList<String>();
        lines.addAll(
                heading("%s · task %d of %d · %s".formatted(view.lesson(), view.task(), view.tasks(), view.title())));
        addApart(lines, text(view.text()));
        addApart(lines, instruction(view));
        addApart(lines, goals(view));
        view.hints().forEach(hint -> addApart(lines, hint(hint)));
        addApart(lines, question(view));
        return lines;
    }

    public List<String> heading(String text) {
        return WordWrap.lines(new InlineMarkdown(look).bold(text), width);
    }

    public List<String> text(List<LessonText> parts) {
        var lines = new ArrayList<String>();
        parts.forEach(part -> addApart(lines, part(part)));
        return lines;
    }

    private List<String> part(LessonText part) {
        if (part instanceof LessonText.Listing listing) {
            return listing.lines().stream().map(line -> LISTING + line).toList();
        }
        return markdown(((LessonText.Prose) part).markdown());
    }

    public List<String> markdown(String markdown) {
        return MarkdownText.lines(markdown, width, look);
    }

    /** Returns what is to be done now; no line if the text alone says it. */
    public List<String> instruction(LessonView view) {
        return view.instruction().isEmpty()
                ? List.of()
                : marked(new InlineMarkdown(look).bold("Now:") + " ", view.instruction());
    }

    public List<String> goals(LessonView view) {
        var lines = new ArrayList<String>();
        view.goals().forEach(goal -> lines.addAll(goal(goal)));
        return lines;
    }

    public List<String> goal(GoalStatus status) {
        return marked(status.isMet() ? green("✓") + " " : "○ ", status.goal().words());
    }

    public List<String> hint(String markdown) {
        var lines = new ArrayList<String>();
        for (var line : MarkdownText.lines(markdown, width - 6, look)) {
            lines.add((lines.isEmpty() ? "Hint: " : "      ") + line);
        }
        return lines;
    }

    public List<String> question(LessonView view) {
        var lines = new ArrayList<String>();
        if (view.question().isEmpty()) {
            return lines;
        }
        lines.addAll(marked("? ", view.question()));
        for (int i = 0; i < view.answers().size(); i++) {
            lines.addAll(marked("  " + (i + 1) + ". ", view.answers().get(i)));
        }
        return lines;
    }

    private List<String> marked(String mark, String markdown) {
        var indent = WordWrap.width(mark);
        var lines = new ArrayList<String>();
        for (var line : MarkdownText.lines(markdown, width - indent, look)) {
            lines.add((lines.isEmpty() ? mark : " ".repeat(indent)) + line);
        }
        return lines;
    }

    private String green(String text) {
        return look.colour() ? "\033[32m" + text + "\033[m" : text;
    }

    private static void addApart(List<String> lines, List<String> more) {
        if (!lines.isEmpty() && !more.isEmpty()) {
            lines.add("");
        }
        lines.addAll(more);
    }
}
