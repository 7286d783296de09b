package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Await;

@Timeout(20)
class SharedObservationTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final SharedObservation shared = new SharedObservation(this::look, oneAtATime);
    private final List<Thread> made = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        made.add(new Thread(task));
        return made.get(made.size() - 1);
    });

    @AfterEach
    void end() {
        mayEnd.countDown();
        threads.shutdownNow();
    }

    /** Takes a snapshot; the first one goes on until the test releases it. */
    private ClusterState look() {
        var number = looks.incrementAndGet();
        if (number == 1) {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
            }
        }
        return Given.healthy().after(Duration.ofSeconds(number)).state();
    }

    private void awaitAllWaiting(int count) {
        assertTrue(Await.until(
                () -> made.size() == count
                        && made.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING),
                Duration.ofSeconds(10)));
    }

    @Test
    void whoComesWhileALookGoesOnSharesTheNextOne() throws Exception {
        var first = threads.submit(shared::take);
        begun.await();
        var others = new ArrayList<Future<ClusterState>>();
        for (var count = 0; count < 5; count++) {
            others.add(threads.submit(shared::take));
        }
        awaitAllWaiting(6);

        mayEnd.countDown();

        var seen = others.get(0).get();
        for (var other : others) {
            assertSame(seen, other.get());
        }
        assertTrue(first.get().at().isBefore(seen.at()));
        assertEquals(2, looks.get());
    }

    @Test
    void whoIsStoppedStopsNobodyElse() throws Exception {
        var first = threads.submit(shared::take);
        begun.await();
        var second = threads.submit(shared::take);
        awaitAllWaiting(2);
        var third = threads.submit(shared::take);
        awaitAllWaiting(3);

        second.cancel(true);
        mayEnd.countDown();

        assertEquals(Given.NOW.plusSeconds(1), first.get().at());
        assertEquals(Given.NOW.plusSeconds(2), third.get().at());
    }

    @Test
    void anInterruptedThreadIsToldSo() {
        Thread.currentThread().interrupt();

        assertEquals(
                Exit.INTERRUPTED, assertThrows(LabException.class, shared::take).exit());
        assertTrue(Thread.interrupted());
    }
}
