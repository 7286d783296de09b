package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * What a student did in one lesson, over all runs.
 *
 * @param done when it was done first, as ISO 8601; empty if it was not
 * @param runs how often it was started
 * @param tasks how many tasks were done in the farthest run, of {@code tasksInAll}
 * @param solved how many tasks the program solved; {@code skipped} how many were left out
 * @param answers in the order in which they were given
 */
public record LessonRecord(
        String lesson,
        String title,
        String done,
        int runs,
        int tasks,
        int tasksInAll,
        int hints,
        int solved,
        int skipped,
        List<GivenAnswer> answers) {

    /** @param isRight whether it was the right answer */
    public record GivenAnswer(String question, String answer, boolean isRight) {}

    private static final int MOST_ANSWERS = 200;

    public LessonRecord {
        answers = List.copyOf(answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size()));
    }

    public static LessonRecord of(Lesson lesson) {
        return new LessonRecord(
                lesson.name(), lesson.title(), "", 0, 0, lesson.tasks().size(), 0, 0, 0, List.of());
    }

    public boolean isDone() {
        return !done.isEmpty();
    }

    public LessonRecord started() {
        return new LessonRecord(lesson, title, done, runs + 1, tasks, tasksInAll, hints, solved, skipped, answers);
    }

    public LessonRecord taskDone(int count) {
        return new LessonRecord(
                lesson, title, done, runs, Math.max(tasks, count), tasksInAll, hints, solved, skipped, answers);
    }

    public LessonRecord doneAt(String at) {
        return new LessonRecord(
                lesson, title, isDone() ? done : at, runs, tasks, tasksInAll, hints, solved, skipped, answers);
    }

    public LessonRecord hinted() {
        return new LessonRecord(lesson, title, done, runs, tasks, tasksInAll, hints + 1, solved, skipped, answers);
    }

    public LessonRecord solvedOne() {
        return new LessonRecord(lesson, title, done, runs, tasks, tasksInAll, hints, solved + 1, skipped, answers);
    }

    public LessonRecord skippedOne() {
        return new LessonRecord(lesson, title, done, runs, tasks, tasksInAll, hints, solved, skipped + 1, answers);
    }

    public LessonRecord answered(GivenAnswer answer) {
        var all = new ArrayList<>(answers);
        all.add(answer);
        return new LessonRecord(lesson, title, done, runs, tasks, tasksInAll, hints, solved, skipped, all);
    }

    public long wrongAnswers() {
        return answers.stream().filter(answer -> !answer.isRight()).count();
    }
}
