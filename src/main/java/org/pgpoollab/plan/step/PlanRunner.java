package org.pgpoollab.plan.step;

import java.time.Duration;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;

/** Runs the steps of a plan one after another, up to the first that fails. */
public final class PlanRunner {

    private PlanRunner() {}

    /** @throws LabException of the step that failed, after the plan's undo steps have run, as they have for any other exception */
    public static void run(Plan plan, StepContext context, Progress progress) {
        for (var step : plan.steps()) {
            try {
                Await.stopIfInterrupted();
                perform(step, context, progress);
            } catch (RuntimeException failure) {
                stop(plan, step, failure, context, progress);
                throw failure;
            }
        }
    }

    private static void perform(Step step, StepContext context, Progress progress) {
        var start = System.nanoTime();
        progress.started(step);
        step.perform(context, progress);
        progress.finished(step, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void stop(Plan plan, Step failed, RuntimeException failure, StepContext context, Progress progress) {
        var place = plan.steps().indexOf(failed);
        progress.stopped(
                plan.steps().subList(0, place),
                failed,
                plan.steps().subList(place + 1, plan.steps().size()));
        var interrupted = failure instanceof LabException known && known.exit() == Exit.INTERRUPTED;
        if (plan.undo().isEmpty() || (failed.leavesEvidence() && !interrupted)) {
            return;
        }
        // The undo steps must run although the user interrupted the plan; the interrupt flag is restored afterwards.
        var wasInterrupted = Thread.interrupted();
        try {
            for (var step : plan.undo()) {
                perform(step, context, progress);
            }
        } catch (LabException undoFailed) {
            failure.addSuppressed(undoFailed);
            progress.note("could not be undone: " + undoFailed.getMessage());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
