package org.pgpoollab.tutorial;

import java.util.List;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonCommand;
import org.pgpoollab.lesson.LessonFigures;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.output.Output;

/** Writes what a student reads of a lesson. */
record LessonOutput(Output output) {

    /** Of an output without a width of its own, and the most of any: longer lines are hard to read. */
    private static final int WIDTH = 80;

    private static final int GREATEST_WIDTH = 100;

    LessonLines lines() {
        var known = output.columns();
        return new LessonLines(
                known == 0 ? WIDTH : Math.min(known, GREATEST_WIDTH),
                output.style().look());
    }

    void show(List<String> lines) {
        lines.forEach(output::line);
    }

    void blank() {
        output.line("");
    }

    void introduction(Lesson lesson) {
        show(lines().heading(lesson.title() + " (about " + lesson.minutes() + " minutes)"));
        if (!lesson.learn().isEmpty()) {
            blank();
            show(List.of("You learn"));
            lesson.learn().forEach(part -> show(lines().markdown("- " + part)));
        }
        blank();
        show(lines().markdown(lesson.introduction()));
    }

    void reading(LessonSection section, LessonFigures figures) {
        blank();
        show(lines().heading(section.title()));
        blank();
        show(lines().text(LessonView.filled(section.text(), figures)));
    }

    /** Tells a command that is typed for the student, with its reason above it. */
    void typed(LessonCommand command) {
        if (!command.reason().isEmpty()) {
            lines().markdown(command.reason())
                    .forEach(line -> output.note(output.style().dim("# " + line)));
        }
        typed(command.text());
    }

    void typed(String line) {
        output.note("lab> " + line);
    }

    void good(String text) {
        output.note(output.style().green("✓") + " " + text);
    }

    void bad(String text) {
        output.note(output.style().red("✗") + " " + text);
    }
}
