package org.pgpoollab.tutorial;

import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonCommand;
import org.pgpoollab.lesson.LessonFigures;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.LessonStore;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.lesson.Question;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabSession;

/** Plays a lesson for the commands of one context: each method is one command of the student. */
public final class LessonPlayer {

    private static final Duration AFTER_SOLUTION = Duration.ofSeconds(60);

    private final CommandContext context;
    private final LessonStore store;
    private final PlayedLesson played;
    private final LessonOutput output;

    public LessonPlayer(CommandContext context) {
        this.context = context;
        this.store = store(context);
        this.played = new PlayedLesson(context, store);
        this.output = new LessonOutput(context.output());
    }

    /** Returns the files of lessons of the context's lab. */
    public static LessonStore store(CommandContext context) {
        return new LessonStore(context.session().directory(), context.isDryRun());
    }

    /** Returns whether a lesson is played on a lab and its task is done, as far as was seen. */
    public static boolean isTaskDone(LabSession session) {
        var store = new LessonStore(session.directory(), true);
        return store.run()
                .filter(run -> isTaskDone(run, LessonReader.head(run, store.text())))
                .isPresent();
    }

    private static boolean isTaskDone(LessonRun run, Lesson lesson) {
        return run.task() < lesson.tasks().size() && run.isDone(lesson.tasks().get(run.task()));
    }

    /** Begins a lesson, or goes on with the same one. */
    public Exit start(LessonLibrary.Source source) {
        var lesson = LessonReader.read(source, context.commands());
        var going = store.run()
                .filter(run -> run.lesson().equals(lesson.name()) && run.file().equals(source.path()));
        if (!source.isOwn()) {
            ForeignCommands.confirm(context, lesson, "start", source.file());
        }
        if (context.isDryRun()) {
            lesson.commands().forEach(output::typed);
            return Exit.DONE;
        }
        lab().prepare(lesson);
        if (going.isEmpty()) {
            tellOfEarlierRun(lesson);
        }
        played.record(lesson, LessonRecord::started);
        var run = going.filter(old -> old.task() < lesson.tasks().size())
                .orElseGet(() -> LessonRun.of(lesson.name(), source.path(), now()));
        store.begin(run, source.text());
        if (run.task() == 0) {
            output.introduction(lesson);
        }
        enter(lesson, run.task(), run.figures());
        return Exit.DONE;
    }

    /** Says why a lesson that was left half-way begins again. */
    private void tellOfEarlierRun(Lesson lesson) {
        var isHalfDone = store.progress()
                .of(lesson.name())
                .filter(record -> record.runs() > 0 && !record.isDone())
                .isPresent();
        if (isHalfDone && store.run().isEmpty()) {
            context.output()
                    .note(
                            "The lesson begins with its first task: it is not being played on this lab, though it was begun"
                                    + " before.");
        }
    }

    /** Begins a task: shows what is read before it, prepares the lab and shows the task. */
    private void enter(Lesson lesson, int task, LessonFigures figures) {
        lesson.readingsBefore(task).forEach(section -> output.reading(section, figures));
        if (task == lesson.tasks().size()) {
            finish(lesson);
            return;
        }
        var section = lesson.tasks().get(task);
        output.blank();
        var before = LessonRun.of(
                        lesson.name(), store.run().map(LessonRun::file).orElse(""), now())
                .atTask(task, now())
                .with(figures);
        store.write(before);
        section.prepare().forEach(this::typeForTask);
        var observer = new TaskObserver(context.session(), section);
        var run = before.atTask(task, now()).with(figures);
        var first = run.with(observer.look(run.progress()));
        store.write(first);
        output.show(output.lines().of(LessonView.of(lesson, first)));
    }

    private void finish(Lesson lesson) {
        var at = now();
        played.record(lesson, record -> record.taskDone(lesson.tasks().size()).doneAt(at.toString()));
        store.end();
        lab().leaveHealthy();
        output.blank();
        output.good("The lesson is done: " + lesson.title());
        context.output().advice("lesson lists the others");
    }

    /** Looks at the lab, shows the goals, and goes on with the next task if this one is done. */
    public Exit check() {
        var lesson = played.lesson();
        var section = played.section(lesson);
        var run = played.look(section);
        if (run.isDone(section)) {
            done(lesson, section);
            return Exit.DONE;
        }
        var view = LessonView.of(lesson, run);
        view.goals().forEach(goal -> {
            output.show(output.lines().goal(goal));
            if (!goal.isMet()) {
                context.output().note("    because  " + goal.why());
            }
        });
        output.show(output.lines().question(view));
        return Exit.UNMET;
    }

    private void done(Lesson lesson, LessonSection section) {
        var run = played.run();
        var figures = played.figures(section);
        played.record(lesson, record -> record.taskDone(run.task() + 1));
        output.good("Task %d of %d is done: %s"
                .formatted(run.task() + 1, lesson.tasks().size(), section.title()));
        output.show(output.lines().text(LessonView.filled(section.explanation(), figures)));
        enter(lesson, run.task() + 1, figures);
    }

    /** Shows the next hint. */
    public Exit hint() {
        var lesson = played.lesson();
        var section = played.section(lesson);
        var run = played.run();
        if (run.hasMetGoals(section) && run.openQuestion(section).isPresent()) {
            context.output().note("All goals of this task are met. Answer its question.");
            output.show(output.lines().question(LessonView.of(lesson, run)));
            return Exit.DONE;
        }
        if (run.hints() >= section.hints().size()) {
            context.output().note(section.hints().isEmpty() ? "This task has no hint." : "There is no further hint.");
            context.output().advice("solve types the solution and explains it");
            return Exit.DONE;
        }
        store.change(run, LessonRun::withHint);
        played.record(lesson, LessonRecord::hinted);
        output.show(output.lines().hint(section.hints().get(run.hints())));
        return Exit.DONE;
    }

    /** Types the solution, each command with its reason, and waits until the goals are met. */
    public Exit solve() {
        var lesson = played.lesson();
        var section = played.section(lesson);
        if (section.solution().isEmpty()) {
            context.output().note("This task has no commands to solve it: answer its question.");
            output.show(output.lines().question(LessonView.of(lesson, played.run())));
            return Exit.DONE;
        }
        if (context.isDryRun()) {
            section.solution().forEach(output::typed);
            return Exit.DONE;
        }
        played.record(lesson, LessonRecord::solvedOne);
        var exit = typeSolution(section);
        if (exit != Exit.DONE) {
            context.output().note("The solution stops here, because its command did not succeed.");
            context.output().advice("what the lab lacks: diagnose   begin again on a healthy lab: lesson reset");
            return exit;
        }
        if (!section.goals().isEmpty()) {
            Await.until(() -> played.look(section).progress().isMet(), AFTER_SOLUTION, Duration.ofMillis(300));
        }
        return check();
    }

    /** Types the commands of a solution until one does not succeed. */
    private Exit typeSolution(LessonSection section) {
        return section.solution().stream()
                .map(this::typeForTask)
                .filter(exit -> exit != Exit.DONE)
                .findFirst()
                .orElse(Exit.DONE);
    }

    /** Answers the first open question of the task. */
    public Exit answer(int number) {
        var lesson = played.lesson();
        var section = played.section(lesson);
        var run = played.run();
        var open = run.openQuestion(section);
        if (open.isEmpty()) {
            throw LabException.usage(
                    "there is no open question",
                    run.hasMetGoals(section)
                            ? "the task has none, or they are answered"
                            : "it is asked when all goals of the task are met",
                    "lesson check");
        }
        var question = section.questions().get(open.getAsInt());
        if (number < 1 || number > question.answers().size()) {
            throw LabException.usage(
                    "there is no answer " + number,
                    "the answers have the numbers 1 to " + question.answers().size(),
                    "answer 1");
        }
        played.record(lesson, record -> record.answered(given(question, number)));
        if (!question.isRight(number)) {
            output.bad("No, that is not right.");
            output.show(output.lines().markdown(question.reply(number)));
            context.output().note("Then answer once more.");
            return Exit.UNMET;
        }
        store.change(run, now -> now.withAnswered(open.getAsInt()));
        output.good("Yes, that is right.");
        output.show(output.lines().markdown(played.figures(section).fill(question.explanation())));
        return next(lesson, section);
    }

    /** Goes on after an answer: to the next question, the open goals, or the next task. */
    private Exit next(Lesson lesson, LessonSection section) {
        var run = played.look(section);
        if (run.isDone(section)) {
            done(lesson, section);
            return Exit.DONE;
        }
        output.blank();
        var view = LessonView.of(lesson, run);
        output.show(
                view.question().isEmpty()
                        ? output.lines().goals(view)
                        : output.lines().question(view));
        return Exit.DONE;
    }

    private static LessonRecord.GivenAnswer given(Question question, int number) {
        return new LessonRecord.GivenAnswer(
                question.text(), question.answers().get(number - 1).text(), question.isRight(number));
    }

    /**
     * Leaves the task out and goes on with the next one. What its solution does to the lab is done, because the next task begins with that;
     * if a command of it fails, it goes on all the same.
     */
    public Exit skip() {
        var lesson = played.lesson();
        var section = played.section(lesson);
        if (context.isDryRun()) {
            section.solution().forEach(output::typed);
            return Exit.DONE;
        }
        played.record(lesson, LessonRecord::skippedOne);
        if (section.goals().isEmpty() || !played.look(section).progress().isMet()) {
            var exit = typeSolution(section);
            if (exit == Exit.INTERRUPTED) {
                return exit;
            }
            if (exit != Exit.DONE) {
                context.output().note("The lab may not be as the next task needs it.");
                context.output().advice("lesson reset begins again, on a healthy lab");
            }
        }
        var run = played.run();
        enter(lesson, run.task() + 1, LessonFigures.of(run.progress()));
        return Exit.DONE;
    }

    /** Begins the lesson again from its first task, on a healthy lab. */
    public Exit reset() {
        var lesson = played.lesson();
        if (context.isDryRun()) {
            lesson.commands().forEach(output::typed);
            return Exit.DONE;
        }
        var text = store.text();
        var file = played.run().file();
        lab().prepare(lesson);
        store.begin(LessonRun.of(lesson.name(), file, now()), text);
        output.introduction(lesson);
        enter(lesson, 0, LessonFigures.NONE);
        return Exit.DONE;
    }

    /** Ends the lesson, and leaves the lab healthy if the user agrees. What was done is kept. */
    public Exit stop() {
        var lesson = played.lesson();
        lab().leaveHealthy();
        store.end();
        context.output().note("The lesson has ended: " + lesson.title());
        return Exit.DONE;
    }

    private LessonLab lab() {
        return new LessonLab(context, this::type);
    }

    private Exit typeForTask(LessonCommand command) {
        output.typed(command);
        return context.type(command.text());
    }

    private Exit type(String line) {
        output.typed(line);
        return context.type(line);
    }

    private Instant now() {
        return context.clock().instant();
    }
}
