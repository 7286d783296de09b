package org.pgpoollab.tutorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.LessonStore;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.lesson.TaskProgress;
import org.pgpoollab.observe.RepeatedTask;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.session.CommandRunner;
import org.pgpoollab.session.LabSession;

/**
 * Follows the lesson that is played on a lab while a prompt is open: it watches the lab, keeps the progress of the current task in its file,
 * and tells goals as they come true. It starts in its constructor and costs nothing while no lesson is played.
 */
public final class LessonWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A snapshot of a poller that ran before the task began may have facts from before it for this long. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Supplier<LabSession> sessions;
    private final CommandRunner commands;
    private final LessonLines lines;
    private final LessonSnapshots snapshots;
    private final LessonListener listener;
    private final RepeatedTask looks = new RepeatedTask("lesson", PAUSE, this::follow, this::end);
    private Optional<Watched> watched = Optional.empty();

    /**
     * @param sessions opens a session on the lab of the prompt
     * @param snapshots where snapshots of that lab come from
     */
    public LessonWatch(
            Supplier<LabSession> sessions,
            CommandRunner commands,
            LessonLines lines,
            LessonSnapshots snapshots,
            LessonListener listener) {
        this.sessions = sessions;
        this.commands = commands;
        this.lines = lines;
        this.snapshots = snapshots;
        this.listener = listener;
        looks.start();
    }

    private void follow() {
        try {
            look();
        } catch (LabException unreadable) {
            // The lab, or the file of the lesson, may just be changing: the next look tells.
            end();
        }
    }

    /** Begins to watch a task, and ends when another one is played. */
    private void look() {
        var session = sessions.get();
        try {
            var store = new LessonStore(session.directory());
            var run = store.run();
            if (watched.isPresent() && run.filter(watched.get().run::isSameTask).isPresent()) {
                watched.get().show();
                return;
            }
            end();
            if (run.isPresent() && snapshots.isReady(session)) {
                watched = watch(session, store, run.get());
            }
            watched.ifPresentOrElse(Watched::show, () -> listener.shown(Optional.empty()));
        } finally {
            if (watched.filter(watching -> watching.session == session).isEmpty()) {
                session.close();
            }
        }
    }

    private Optional<Watched> watch(LabSession session, LessonStore store, LessonRun run) {
        var lesson = LessonReader.read(run, store.text(), commands);
        return run.task() < lesson.tasks().size()
                ? Optional.of(new Watched(session, store, run, lesson))
                : Optional.empty();
    }

    private void end() {
        watched.ifPresent(Watched::close);
        watched = Optional.empty();
    }

    @Override
    public void close() {
        looks.close();
    }

    /** One task while it is watched. Its listener is called by one thread at a time. */
    private final class Watched {

        private final LabSession session;
        private final LessonStore store;
        private final LessonRun run;
        private final Lesson lesson;
        private final LessonSection section;
        private final TaskObserver observer;
        private final WatchHandle handle;
        private Optional<TaskProgress> last = Optional.empty();

        Watched(LabSession session, LessonStore store, LessonRun run, Lesson lesson) {
            this.session = session;
            this.store = store;
            this.run = run;
            this.lesson = lesson;
            this.section = lesson.tasks().get(run.task());
            this.observer = new TaskObserver(session, section);
            this.handle = snapshots.watch(session, this::take);
        }

        /** Shows the run as its file has it now, with what other processes have changed of it. */
        synchronized void show() {
            store.run()
                    .filter(run::isSameTask)
                    .ifPresent(now -> listener.shown(Optional.of(LessonView.of(lesson, now))));
        }

        private void take(ClusterState state) {
            if (state.at().isBefore(run.progress().evidence().begun().plus(SETTLED))) {
                return;
            }
            try {
                store.run().filter(run::isSameTask).ifPresent(now -> take(now, state));
                show();
            } catch (LabException unreadable) {
                // A probe beyond the snapshot failed, or the file is being written: the next snapshot tells.
            }
        }

        private void take(LessonRun now, ClusterState state) {
            var progress = observer.observe(now.progress(), state);
            store.change(now, latest -> latest.with(progress));
            last.ifPresent(before -> announce(before, progress, now.with(progress)));
            last = Optional.of(progress);
        }

        private void announce(TaskProgress before, TaskProgress progress, LessonRun now) {
            var told = new ArrayList<String>();
            progress.newlyMet(before).forEach(goal -> told.addAll(lines.goal(goal)));
            if (progress.isMet() && !before.isMet()) {
                told.addAll(afterGoals(now));
            }
            told.forEach(listener::told);
        }

        private List<String> afterGoals(LessonRun now) {
            var view = LessonView.of(lesson, now);
            var told = new ArrayList<>(lines.instruction(view));
            told.addAll(lines.question(view));
            return told;
        }

        void close() {
            handle.close();
            session.close();
        }
    }
}
