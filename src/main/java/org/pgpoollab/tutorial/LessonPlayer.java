package org.pgpoollab.tutorial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonCommand;
import org.pgpoollab.lesson.LessonFigures;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.LessonStore;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.lesson.Question;
import org.pgpoollab.session.CommandContext;

/** Plays a lesson for the commands of one context: each method is one command of the student. */
public final class LessonPlayer {

    private static final Duration AFTER_SOLUTION = Duration.ofSeconds(60);
    private static final int WIDTH = 80;

    private final CommandContext context;
    private final LessonStore store;

    public LessonPlayer(CommandContext context) {
        this.context = context;
        this.store = store(context);
    }

    /** Returns the files of lessons of the context's lab. */
    public static LessonStore store(CommandContext context) {
        var directory = context.session().directory().root();
        return new LessonStore(directory.getParent(), directory.getFileName().toString());
    }

    /** Begins a lesson, or goes on with the same one. */
    public Exit start(LessonLibrary.Source source) {
        var lesson = LessonReader.read(source, context.commands());
        var going = store.run().filter(run -> run.lesson().equals(lesson.name()) && run.file().equals(source.path()));
        if (!source.isOwn()) {
            ForeignCommands.confirm(context, lesson, source.file());
        }
        lab().prepare(lesson);
        record(lesson, LessonRecord::started);
        var run = going.filter(old -> old.task() < lesson.tasks().size())
                .orElseGet(() -> LessonRun.of(lesson.name(), source.path(), now()));
        store.begin(run, source.text());
        if (run.task() == 0) {
            introduce(lesson);
        }
        enter(lesson, run.task(), run.figures());
        return Exit.DONE;
    }

    private void introduce(Lesson lesson) {
        show(lines().heading(lesson.title() + " (about " + lesson.minutes() + " minutes)"));
        if (!lesson.learn().isEmpty()) {
            blank();
            show(List.of("You learn"));
            lesson.learn().forEach(part -> show(lines().markdown("- " + part)));
        }
        blank();
        show(lines().markdown(lesson.introduction()));
    }

    /** Begins a task: shows what is read before it, prepares the lab and shows the task. */
    private void enter(Lesson lesson, int task, LessonFigures figures) {
        lesson.readingsBefore(task).forEach(section -> read(section, figures));
        if (task == lesson.tasks().size()) {
            finish(lesson);
            return;
        }
        var section = lesson.tasks().get(task);
        blank();
        var before = LessonRun.of(lesson.name(), store.run().map(LessonRun::file).orElse(""), now())
                .atTask(task, now())
                .with(figures);
        store.write(before);
        section.prepare().forEach(this::typeForTask);
        var observer = new TaskObserver(context.session(), section);
        var run = before.atTask(task, now()).with(figures);
        store.write(run.with(observer.look(run.progress())));
        show(lines().of(LessonView.of(lesson, current())));
    }

    private void read(LessonSection section, LessonFigures figures) {
        blank();
        show(lines().heading(section.title()));
        blank();
        show(lines().text(LessonView.filled(section.text(), figures)));
    }

    private void finish(Lesson lesson) {
        var at = now();
        record(lesson, record -> record.taskDone(lesson.tasks().size()).doneAt(at.toString()));
        store.end();
        lab().leaveHealthy();
        blank();
        context.output().note(context.output().style().green("✓") + " The lesson is done: " + lesson.title());
        context.output().advice("lesson lists the others");
    }

    /** Looks at the lab, shows the goals, and goes on with the next task if this one is done. */
    public Exit check() {
        var lesson = lesson();
        var section = section(lesson);
        look(lesson, section);
        var run = current();
        if (run.isDone(section)) {
            done(lesson, section);
            return Exit.DONE;
        }
        var view = LessonView.of(lesson, run);
        view.goals().forEach(goal -> {
            show(lines().goal(goal));
            if (!goal.isMet()) {
                context.output().note("    because  " + goal.why());
            }
        });
        show(lines().question(view));
        return Exit.UNMET;
    }

    private void look(Lesson lesson, LessonSection section) {
        var before = current();
        var observer = new TaskObserver(context.session(), section);
        var seen = observer.look(before.progress());
        var progress = seen.isMet() || section.goals().isEmpty() ? observer.withFigures(seen) : seen;
        store.change(before, now -> now.with(progress));
    }

    private void done(Lesson lesson, LessonSection section) {
        var run = current();
        var figures = LessonFigures.of(new TaskObserver(context.session(), section).withFigures(run.progress()));
        record(lesson, record -> record.taskDone(run.task() + 1));
        context.output()
                .note(context.output().style().green("✓") + " Task %d of %d is done: %s"
                        .formatted(run.task() + 1, lesson.tasks().size(), section.title()));
        show(lines().text(LessonView.filled(section.explanation(), figures)));
        enter(lesson, run.task() + 1, figures);
    }

    /** Shows the next hint. */
    public Exit hint() {
        var lesson = lesson();
        var section = section(lesson);
        var run = current();
        if (run.hints() >= section.hints().size()) {
            context.output().note(section.hints().isEmpty() ? "This task has no hint." : "There is no further hint.");
            context.output().advice("solve types the solution and explains it");
            return Exit.DONE;
        }
        store.write(run.withHint());
        record(lesson, LessonRecord::hinted);
        show(lines().hint(section.hints().get(run.hints())));
        return Exit.DONE;
    }

    /** Types the solution, each command with its reason, and waits until the goals are met. */
    public Exit solve() {
        var lesson = lesson();
        var section = section(lesson);
        if (section.solution().isEmpty()) {
            context.output().note("This task has no commands to solve it: answer its question.");
            show(lines().question(LessonView.of(lesson, current())));
            return Exit.DONE;
        }
        if (context.isDryRun()) {
            section.solution().forEach(this::tell);
            return Exit.DONE;
        }
        record(lesson, LessonRecord::solvedOne);
        for (var command : section.solution()) {
            var exit = typeForTask(command);
            if (exit != Exit.DONE) {
                context.output().note("The solution stops here, because its command did not succeed.");
                return exit;
            }
        }
        if (!section.goals().isEmpty()) {
            Await.until(() -> isMetNow(lesson, section), AFTER_SOLUTION, Duration.ofMillis(300));
        }
        return check();
    }

    private boolean isMetNow(Lesson lesson, LessonSection section) {
        look(lesson, section);
        return current().progress().isMet();
    }

    /** Answers the first open question of the task. */
    public Exit answer(int number) {
        var lesson = lesson();
        var section = section(lesson);
        var run = current();
        var open = IntStream.range(0, section.questions().size())
                .filter(position -> !run.answered().contains(position))
                .findFirst();
        if (open.isEmpty()) {
            throw LabException.usage("there is no open question", "the task has none, or they are answered", "lesson check");
        }
        var question = section.questions().get(open.getAsInt());
        if (number < 1 || number > question.answers().size()) {
            throw LabException.usage(
                    "there is no answer " + number,
                    "the answers have the numbers 1 to " + question.answers().size(),
                    "answer 1");
        }
        record(lesson, record -> record.answered(given(question, number)));
        if (!question.isRight(number)) {
            context.output().note(context.output().style().red("✗") + " No, that is not right.");
            context.output().advice("look again, and answer once more");
            return Exit.UNMET;
        }
        store.write(run.withAnswered(open.getAsInt()));
        context.output().note(context.output().style().green("✓") + " Yes, that is right.");
        show(lines().markdown(figures(section).fill(question.explanation())));
        return next(lesson, section);
    }

    private LessonFigures figures(LessonSection section) {
        return LessonFigures.of(new TaskObserver(context.session(), section).withFigures(current().progress()));
    }

    /** Goes on after an answer: to the next question, the open goals, or the next task. */
    private Exit next(Lesson lesson, LessonSection section) {
        var run = current();
        if (run.isDone(section)) {
            done(lesson, section);
            return Exit.DONE;
        }
        blank();
        var view = LessonView.of(lesson, run);
        show(view.question().isEmpty() ? lines().goals(view) : lines().question(view));
        return Exit.DONE;
    }

    private static LessonRecord.GivenAnswer given(Question question, int number) {
        return new LessonRecord.GivenAnswer(
                question.text(), question.answers().get(number - 1).text(), question.isRight(number));
    }

    /** Leaves the task out and goes on with the next one. Its solution is not typed, so the next task may need repairs first. */
    public Exit skip() {
        var lesson = lesson();
        var run = current();
        record(lesson, LessonRecord::skippedOne);
        enter(lesson, run.task() + 1, LessonFigures.of(run.progress()));
        return Exit.DONE;
    }

    /** Begins the lesson again from its first task, on a healthy lab. */
    public Exit reset() {
        var lesson = lesson();
        var text = store.text();
        var file = current().file();
        lab().prepare(lesson);
        store.begin(LessonRun.of(lesson.name(), file, now()), text);
        introduce(lesson);
        enter(lesson, 0, LessonFigures.NONE);
        return Exit.DONE;
    }

    /** Ends the lesson and leaves the lab healthy. What was done is kept. */
    public Exit stop() {
        var lesson = lesson();
        lab().leaveHealthy();
        store.end();
        context.output().note("The lesson has ended: " + lesson.title());
        return Exit.DONE;
    }

    private LessonLab lab() {
        return new LessonLab(context, this::type);
    }

    private Exit typeForTask(LessonCommand command) {
        tell(command);
        return context.type(command.text());
    }

    private void tell(LessonCommand command) {
        if (!command.reason().isEmpty()) {
            lines().markdown(command.reason())
                    .forEach(line -> context.output().note(context.output().style().dim("# " + line)));
        }
        context.output().note("lab> " + command.text());
    }

    private Exit type(String line) {
        context.output().note("lab> " + line);
        return context.type(line);
    }

    private Lesson lesson() {
        return LessonReader.read(current(), store.text(), context.commands());
    }

    private LessonSection section(Lesson lesson) {
        return lesson.tasks().get(current().task());
    }

    private LessonRun current() {
        return store.run()
                .orElseThrow(() -> LabException.failed(
                        "no lesson is being played on the lab " + context.session().lab().name(),
                        "",
                        "lesson start, or see all lessons: lesson"));
    }

    private void record(Lesson lesson, UnaryOperator<LessonRecord> change) {
        store.changeProgress(progress -> progress.change(lesson, change));
    }

    private Instant now() {
        return context.clock().instant();
    }

    private LessonLines lines() {
        var known = context.output().columns();
        return new LessonLines(
                known == 0 ? WIDTH : Math.min(known, 100), context.output().style().look());
    }

    private void show(List<String> lines) {
        lines.forEach(context.output()::line);
    }

    private void blank() {
        context.output().line("");
    }
}
