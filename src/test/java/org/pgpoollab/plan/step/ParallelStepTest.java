package org.pgpoollab.plan.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelStepTest {

    private static final int WAVE = 2 * Runtime.getRuntime().availableProcessors();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void inWavesNoMoreAreUnderWayThanTheProcessorsCanBear() {
        var steps = steps(3 * WAVE, WAVE);

        ParallelStep.inWaves("start many", steps).perform(null, Progress.SILENT);

        assertEquals(3 * WAVE, done.get());
        assertEquals(WAVE, most.get());
    }

    @Test
    void withoutWavesAllAreUnderWayTogether() {
        var steps = steps(3 * WAVE, 3 * WAVE);

        ParallelStep.of("start many", steps).perform(null, Progress.SILENT);

        assertEquals(3 * WAVE, most.get());
    }

    @Test
    void aWaveWithoutStepsIsOver() {
        ParallelStep.inWaves("start nothing", List.of()).perform(null, Progress.SILENT);

        assertEquals(0, done.get());
    }

    /** Creates steps that each continue when the expected number of them runs at the same time. */
    private List<Step> steps(int count, int meeting) {
        var together = new CountDownLatch(meeting);
        return IntStream.range(0, count)
                .<Step>mapToObj(number -> new Meeting(number, together))
                .toList();
    }

    private final class Meeting implements Step {

        private final int number;
        private final CountDownLatch together;

        Meeting(int number, CountDownLatch together) {
            this.number = number;
            this.together = together;
        }

        @Override
        public String title() {
            return "meet " + number;
        }

        @Override
        public List<ShellLine> shell() {
            return List.of();
        }

        @Override
        public void perform(StepContext context, Progress progress) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            together.countDown();
            try {
                assertTrue(together.await(20, TimeUnit.SECONDS), "fewer than " + together.getCount() + " came");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            underWay.decrementAndGet();
            done.incrementAndGet();
        }
    }
}
