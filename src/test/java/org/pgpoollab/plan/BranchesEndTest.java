package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Tests that all branches of a parallel step have ended when the next step begins. */
class BranchesEndTest {

    private record Does(String title, Consumer<StepContext> task) implements Step {

        @Override
        public List<ShellLine> shell() {
            return List.of();
        }

        @Override
        public void perform(StepContext context, Progress progress) {
            task.accept(context);
        }
    }

    /** Simulates a copy that takes time to end after it was interrupted. */
    private static void copy(CountDownLatch begun, AtomicBoolean ended) {
        begun.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        var end = System.nanoTime() + 50_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        ended.set(true);
    }

    @Test
    void aFailureIsToldWhenAllOthersHaveEnded() {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var step = ParallelStep.of(
                "copy", List.of(new Does("copy", context -> copy(begun, ended)), new Does("fail", context -> {
                    awaitUninterrupted(begun);
                    throw LabException.failed("the other failed", "", "");
                })));

        var failure = assertThrows(LabException.class, () -> step.perform(null, Progress.SILENT));

        assertTrue(ended.get());
        assertEquals("the other failed", failure.problems().get(0).what());
    }

    private static void awaitUninterrupted(CountDownLatch begun) {
        while (begun.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
