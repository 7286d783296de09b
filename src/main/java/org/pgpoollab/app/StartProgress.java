package org.pgpoollab.app;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.observe.StartNote;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.Step;

/** Passes on the progress of a start, and notes from the first step on, for other programs, that the lab is starting. */
record StartProgress(StartNote note, Progress told) implements Progress {

    @Override
    public void started(Step step) {
        // At every step, because one of the steps creates the directory.
        note.write();
        told.started(step);
    }

    @Override
    public void waiting(String forWhat) {
        told.waiting(forWhat);
    }

    @Override
    public void waitingBecause(String why) {
        told.waitingBecause(why);
    }

    @Override
    public void note(String text) {
        told.note(text);
    }

    @Override
    public void finished(Step step, Duration took) {
        told.finished(step, took);
    }

    @Override
    public void stopped(List<Step> done, Step failed, List<Step> left) {
        told.stopped(done, failed, left);
    }
}
