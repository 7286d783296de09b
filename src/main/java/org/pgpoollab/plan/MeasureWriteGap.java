package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Measures for how long a plan interrupts writes: from the start of one step to the end of another, which reports the duration. */
final class MeasureWriteGap {

    private volatile long began;

    Step from(Step step) {
        return new Measured(this, step, true);
    }

    Step until(Step step) {
        return new Measured(this, step, false);
    }

    private record Measured(MeasureWriteGap gap, Step step, boolean begins) implements Step {

        @Override
        public String title() {
            return step.title();
        }

        @Override
        public List<ShellLine> shell() {
            return step.shell();
        }

        @Override
        public boolean leavesEvidence() {
            return step.leavesEvidence();
        }

        @Override
        public void perform(StepContext context, Progress progress) {
            if (begins) {
                gap.began = System.nanoTime();
                step.perform(context, progress);
                return;
            }
            step.perform(context, progress);
            var lasted = Duration.ofNanos(System.nanoTime() - gap.began);
            progress.note(String.format(
                    Locale.ROOT, "clients could not write for at most %.1f s", lasted.toMillis() / 1000.0));
        }
    }
}
