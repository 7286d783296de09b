package org.pgpoollab.tutorial;

import java.util.function.UnaryOperator;
import org.pgpoollab.LabException;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonFigures;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.LessonStore;
import org.pgpoollab.session.CommandContext;

/** The lesson that is played on the lab of a context: its text, how far it is, and what the lab shows of its task. */
record PlayedLesson(CommandContext context, LessonStore store) {

    Lesson lesson() {
        return LessonReader.read(run(), store.text(), context.commands());
    }

    LessonSection section(Lesson lesson) {
        return lesson.tasks().get(run().task());
    }

    /** @throws LabException if no lesson is being played on the lab */
    LessonRun run() {
        return store.run()
                .orElseThrow(() -> LabException.failed(
                        "no lesson is being played on the lab "
                                + context.session().lab().name(),
                        "",
                        "lesson start, or see all lessons: lesson"));
    }

    /** Looks at the lab, and returns the run with what it shows. */
    LessonRun look(LessonSection section) {
        var before = run();
        var observer = new TaskObserver(context.session(), section);
        var seen = observer.look(before.progress());
        var progress = seen.isMet() || section.goals().isEmpty() ? observer.withFigures(seen) : seen;
        store.change(before, now -> now.with(progress));
        return run().with(progress);
    }

    LessonFigures figures(LessonSection section) {
        return LessonFigures.of(new TaskObserver(context.session(), section).withFigures(run().progress()));
    }

    void record(Lesson lesson, UnaryOperator<LessonRecord> change) {
        store.changeProgress(progress -> progress.change(lesson, change));
    }
}
