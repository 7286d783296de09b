package org.pgpoollab.lesson;

import java.util.List;
import java.util.stream.Stream;

/**
 * A section of a lesson. It is a task if it has goals or questions, otherwise it is only read.
 *
 * @param line the line of its heading, from 1
 * @param instruction what the student is to do, in a sentence of Markdown; may be empty
 * @param text what is read before the solution
 * @param explanation what is read once the task is done: the text after the solution
 * @param prepare what the program types when the task begins
 * @param hints Markdown, shown one after another
 */
public record LessonSection(
        String title,
        int line,
        String instruction,
        List<LessonText> text,
        List<LessonText> explanation,
        List<LessonCommand> prepare,
        List<Goal> goals,
        List<String> hints,
        List<LessonCommand> solution,
        List<Question> questions) {

    public LessonSection {
        text = List.copyOf(text);
        explanation = List.copyOf(explanation);
        prepare = List.copyOf(prepare);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
        solution = List.copyOf(solution);
        questions = List.copyOf(questions);
    }

    public boolean isTask() {
        return !goals.isEmpty() || !questions.isEmpty();
    }

    List<LessonCommand> commands() {
        return Stream.concat(prepare.stream(), solution.stream()).toList();
    }
}
