package org.pgpoollab.tutorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Await;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.TaskProgress;
import org.pgpoollab.session.CommandContext;

/**
 * Plays lessons without a student: each task must be undone before its solution and done after it. All of them run on one lab beside that of
 * the user, which is replaced where a lesson needs another one, and taken down at the end.
 */
public final class LessonVerifier {

    private static final Duration AFTER_SOLUTION = Duration.ofSeconds(60);

    private final CommandContext context;
    private final Consumer<String> tell;

    /** @param context a context of the lab on which lessons are verified, which may not exist */
    public LessonVerifier(CommandContext context, Consumer<String> tell) {
        this.context = context.sayingYes();
        this.tell = tell;
    }

    /** Verifies lessons one after another; told is each as it ends. */
    public VerifyReport verify(List<LessonLibrary.Source> sources) {
        var results = new ArrayList<VerifyReport.Result>();
        try {
            for (var source : sources) {
                tell.accept(source.name());
                var result = verify(source);
                results.add(result);
                tell.accept("  " + result.inWords());
            }
        } finally {
            Await.undisturbed(() -> type("down"));
        }
        return new VerifyReport(results);
    }

    private VerifyReport.Result verify(LessonLibrary.Source source) {
        var begun = context.clock().instant();
        var trouble = new ArrayList<String>();
        var tasks = 0;
        try {
            var lesson = LessonReader.read(source, context.commands());
            tasks = lesson.tasks().size();
            lab().prepare(lesson);
            play(lesson, trouble);
            lab().leaveHealthy();
        } catch (LabException failed) {
            failed.problems().stream().map(LessonVerifier::inWords).forEach(trouble::add);
            if (failed.exit() == Exit.INTERRUPTED) {
                throw failed;
            }
        }
        return new VerifyReport.Result(
                source.name(), tasks, Duration.between(begun, context.clock().instant()), trouble);
    }

    private static String inWords(Problem problem) {
        return problem.what() + (problem.why().isEmpty() ? "" : ", because " + problem.why());
    }

    private void play(Lesson lesson, List<String> trouble) {
        for (int i = 0; i < lesson.tasks().size() && trouble.isEmpty(); i++) {
            var task = lesson.tasks().get(i);
            var number = i + 1;
            play(task).forEach(why -> trouble.add("task " + number + " (" + task.title() + "): " + why));
        }
    }

    /** Returns what is wrong with a task; empty if it is as it must be. */
    private List<String> play(LessonSection task) {
        tell.accept("  " + task.title());
        for (var command : task.prepare()) {
            var failure = failure(command.text());
            if (failure.isPresent()) {
                return List.of("its preparation failed: " + failure.get());
            }
        }
        var begun = TaskProgress.since(context.clock().instant());
        var first = new TaskObserver(context.session(), task).look(begun);
        if (!task.goals().isEmpty() && first.isMet()) {
            return List.of("it is done before its solution");
        }
        return solve(task, first);
    }

    private List<String> solve(LessonSection task, TaskProgress first) {
        try (var session = context.another();
                var watch = new TaskWatch(session, task, first, met -> {})) {
            for (var command : task.solution()) {
                var failure = failure(command.text());
                if (failure.isPresent()) {
                    return List.of("its solution failed: " + failure.get());
                }
            }
            var isMet = task.goals().isEmpty()
                    || Await.until(() -> watch.progress().isMet(), AFTER_SOLUTION);
            return isMet ? List.of() : open(watch.progress());
        }
    }

    private static List<String> open(TaskProgress progress) {
        return progress.goals().stream()
                .filter(goal -> !goal.isMet())
                .map(LessonVerifier::inWords)
                .toList();
    }

    private static String inWords(GoalStatus goal) {
        return "not met after its solution: " + goal.goal().text() + ", because " + goal.why();
    }

    /** Types a command; returns what failed, with its reason, or empty if it succeeded. */
    private Optional<String> failure(String line) {
        var typed = type(line);
        return typed.exit() == Exit.DONE ? Optional.empty() : Optional.of(line + ": " + typed.lastProblem());
    }

    private TypedCommand type(String line) {
        tell.accept("    " + line);
        return TypedCommand.run(context, line);
    }

    private LessonLab lab() {
        return new LessonLab(context, line -> {
            var typed = type(line);
            if (typed.exit() != Exit.DONE) {
                throw LabException.of(typed.exit(), "'" + line + "' failed", typed.lastProblem(), "");
            }
            return Exit.DONE;
        });
    }
}
