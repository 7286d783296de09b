package org.pgpoollab.lesson;

import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A lesson that is being played.
 *
 * @param lesson its name
 * @param file where it was read, absolute; empty for one of this program
 * @param task the position of the current task, from 0; the number of tasks after the last one
 * @param progress the progress of this task
 * @param answered the positions of its questions that are answered
 * @param hints how many of its hints were shown
 * @param figures what the task before has measured
 */
public record LessonRun(
        String lesson,
        String file,
        Instant begun,
        int task,
        TaskProgress progress,
        Set<Integer> answered,
        int hints,
        LessonFigures figures) {

    public LessonRun {
        answered = Set.copyOf(answered);
    }

    public static LessonRun of(String lesson, String file, Instant begun) {
        return new LessonRun(lesson, file, begun, 0, TaskProgress.since(begun), Set.of(), 0, LessonFigures.NONE);
    }

    public boolean isOwn() {
        return file.isEmpty();
    }

    /** Returns whether a progress is of the same task of the same run. */
    public boolean isSameTask(LessonRun other) {
        return lesson.equals(other.lesson)
                && task == other.task
                && progress.evidence().begun().equals(other.progress.evidence().begun());
    }

    /** Returns the run with a newer progress of the same task, which keeps what another process has seen meanwhile. */
    public LessonRun with(TaskProgress other) {
        return new LessonRun(lesson, file, begun, task, other.keeping(progress), answered, hints, figures);
    }

    public LessonRun with(LessonFigures others) {
        return new LessonRun(lesson, file, begun, task, progress, answered, hints, others);
    }

    public LessonRun withHint() {
        return new LessonRun(lesson, file, begun, task, progress, answered, hints + 1, figures);
    }

    public LessonRun withAnswered(int question) {
        var all = new HashSet<>(answered);
        all.add(question);
        return new LessonRun(lesson, file, begun, task, progress, all, hints, figures);
    }

    /** Returns the run at another task, which begins now. */
    public LessonRun atTask(int other, Instant now) {
        return new LessonRun(
                lesson, file, begun, other, TaskProgress.since(now), Set.of(), 0, LessonFigures.of(progress));
    }

    /** Returns whether the goals were met and the questions are answered. */
    public boolean isDone(LessonSection section) {
        return hasMetGoals(section) && answered.size() == section.questions().size();
    }

    /** Returns whether the goals were met, so that questions about what was seen can be asked. */
    public boolean hasMetGoals(LessonSection section) {
        return progress.isMet() || section.goals().isEmpty();
    }

    /** Returns the position of the question that is to be answered now; empty before the goals were met, and after the last one. */
    public OptionalInt openQuestion(LessonSection section) {
        return IntStream.range(0, section.questions().size())
                .filter(position -> hasMetGoals(section) && !answered.contains(position))
                .findFirst();
    }
}
