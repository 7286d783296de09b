package org.pgpoollab.tutorial;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.TaskProgress;
import org.pgpoollab.session.LabSession;

/** Brings the progress of one task up to date, snapshot by snapshot. */
final class TaskObserver {

    private final LabSession session;
    private final LessonSection task;
    private final EvidenceCollector collector;

    TaskObserver(LabSession session, LessonSection task) {
        this.session = session;
        this.task = task;
        this.collector = new EvidenceCollector(session);
    }

    /** Adds a snapshot, and what goals need beyond it. */
    TaskProgress observe(TaskProgress before, ClusterState state) {
        var evidence = before.evidence().plus(state);
        var collected = before.with(collector.collect(evidence, task.goals(), state));
        var progress = collected.evaluate(task, state);
        var isNew = progress.isMet() && !before.isMet();
        return isNew && needsClients() ? collected.evaluate(task, session.examine()) : progress;
    }

    /** Adds what a look at the lab shows now. */
    TaskProgress look(TaskProgress before) {
        return observe(before, session.look());
    }

    /** Returns whether some goal depends on logins, which a snapshot of the screen does not have. They cost seconds on a busy machine. */
    private boolean needsClients() {
        return task.goals().stream().anyMatch(goal -> goal.condition().needsClients());
    }

    /** Adds the figures of the load, which texts may name. */
    TaskProgress withFigures(TaskProgress progress) {
        return progress.with(collector.withLoad(progress.evidence()));
    }
}
