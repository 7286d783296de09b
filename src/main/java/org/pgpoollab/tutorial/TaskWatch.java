package org.pgpoollab.tutorial;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.TaskProgress;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.session.LabSession;

/** Watches a lab while a task is worked on, and keeps its progress. The lab must run; its session must stay open. */
final class TaskWatch implements AutoCloseable {

    private final TaskObserver observer;
    private final AtomicReference<TaskProgress> progress;
    private final Consumer<List<GoalStatus>> listener;
    private final WatchHandle watch;

    /** @param listener receives goals as they come true, on a thread of the watch */
    TaskWatch(LabSession session, LessonSection task, TaskProgress begun, Consumer<List<GoalStatus>> listener) {
        this.observer = new TaskObserver(session, task);
        this.progress = new AtomicReference<>(begun);
        this.listener = listener;
        this.watch = session.watch(this::take);
    }

    private void take(ClusterState state) {
        var before = progress.get();
        var now = observer.observe(before, state);
        progress.set(now);
        var met = now.newlyMet(before);
        if (!met.isEmpty()) {
            listener.accept(met);
        }
    }

    TaskProgress progress() {
        return progress.get();
    }

    @Override
    public void close() {
        watch.close();
    }
}
