package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.observe.KnownSilence;
import org.pgpoollab.observe.Observer;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.topology.LabDirectory;

@Timeout(20)
class LabSnapshotsTest {

    private final AtomicInteger created = new AtomicInteger();
    private final CountDownLatch creating = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void stepsThatRunAtTheSameTimeShareOneObserver() throws Exception {
        try (var snapshots = new LabSnapshots(null, this::create)) {
            var first = CompletableFuture.supplyAsync(snapshots::observer);
            creating.await();
            var second = new CompletableFuture<Observer>();
            var thread = new Thread(() -> second.complete(snapshots.observer()));
            thread.start();
            assertTrue(Await.until(
                    () -> thread.getState() == Thread.State.BLOCKED || created.get() > 1, Duration.ofSeconds(10)));

            mayEnd.countDown();

            assertSame(first.get(), second.get());
            assertEquals(1, created.get());
        }
    }

    private Observer create() {
        created.incrementAndGet();
        creating.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var nowhere = Path.of("/nowhere");
        return new Observer(
                Given.healthy().lab(),
                new FakeEngine(false),
                new LabDirectory(nowhere),
                new PcpTools(nowhere, "/nowhere/.pcppass", "admin"),
                KnownSilence.UNSEEN,
                Clock.systemUTC(),
                Observer.USUAL_TIME_LIMIT);
    }
}
