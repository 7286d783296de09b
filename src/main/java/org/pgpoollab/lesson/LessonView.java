package org.pgpoollab.lesson;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is shown of a lesson at one moment, for text and for a pane of the screen alike.
 *
 * @param lesson its title
 * @param task the number of the current task, from 1; {@code tasks} is their number
 * @param title the title of the task
 * @param instruction what is to be done now, in a sentence of Markdown; empty if the text alone says it
 * @param text what is read of it, with figures filled in
 * @param goals with their ticks, in their order
 * @param hints those that were shown, as Markdown; {@code hintsLeft} is how many there are more
 * @param question the question to be answered now, as text; empty if there is none, or the goals were not met yet
 * @param answers its answers
 * @param isDone whether the task is done, so that {@code lesson check} goes on
 */
public record LessonView(
        String lesson,
        int task,
        int tasks,
        String title,
        String instruction,
        List<LessonText> text,
        List<GoalStatus> goals,
        List<String> hints,
        int hintsLeft,
        String question,
        List<String> answers,
        boolean isDone) {

    private static final String ON = "This task is done. Go on: press Enter, or type `lesson check`";
    private static final String ANSWER = "All goals are met. Answer the question: `answer 1`, `answer 2`, …";

    public LessonView {
        text = List.copyOf(text);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
        answers = List.copyOf(answers);
    }

    /** Returns the view of a run that is at one of the lesson's tasks. */
    public static LessonView of(Lesson lesson, LessonRun run) {
        var section = lesson.tasks().get(run.task());
        var open = run.openQuestion(section).stream()
                .mapToObj(section.questions()::get)
                .toList();
        return new LessonView(
                lesson.title(),
                run.task() + 1,
                lesson.tasks().size(),
                section.title(),
                instruction(section, run),
                filled(section.text(), run.figures()),
                goals(section, run),
                section.hints().subList(0, Math.min(run.hints(), section.hints().size())),
                Math.max(0, section.hints().size() - run.hints()),
                open.stream().map(Question::text).collect(Collectors.joining()),
                open.stream()
                        .flatMap(question -> question.answers().stream())
                        .map(Question.Answer::text)
                        .toList(),
                run.isDone(section));
    }

    /** Returns what is to be done now: what the task says, or what ends it when the goals were met. */
    private static String instruction(LessonSection section, LessonRun run) {
        if (run.isDone(section)) {
            return ON;
        }
        return section.goals().isEmpty() || !run.progress().isMet() ? section.instruction() : ANSWER;
    }

    private static List<GoalStatus> goals(LessonSection section, LessonRun run) {
        var known = run.progress().goals();
        return known.isEmpty()
                ? section.goals().stream()
                        .map(goal -> new GoalStatus(goal, run.progress().isMet(), "not checked yet"))
                        .toList()
                : known;
    }

    /** Returns a text with the figures filled in. */
    public static List<LessonText> filled(List<LessonText> text, LessonFigures figures) {
        return text.stream().map(part -> filled(part, figures)).toList();
    }

    private static LessonText filled(LessonText part, LessonFigures figures) {
        return part instanceof LessonText.Prose prose ? new LessonText.Prose(figures.fill(prose.markdown())) : part;
    }
}
