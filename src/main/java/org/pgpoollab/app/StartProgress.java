package org.pgpoollab.app;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.observe.StartNote;
import org.pgpoollab.plan.Progress;
import org.pgpoollab.plan.Step;

/** Passes on how a start goes, and notes from its first step on for others who look that the lab is starting. */
record StartProgress(StartNote note, Progress told) implements Progress {

    @Override
    public void started(Step step) {
        // Again at each step: the directory is made by one of them.
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
