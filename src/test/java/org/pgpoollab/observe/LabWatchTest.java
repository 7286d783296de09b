package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.topology.Lab;

/** Tests a watch of a lab that is started and taken down. */
@Timeout(20)
class LabWatchTest {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final ClusterState small = Given.healthy(1, 1).state();
    private final ClusterState large = Given.healthy(3, 3).state();
    private final AtomicReference<Lab> meant = new AtomicReference<>(small.lab());
    private final FakeEngine engine = new FakeEngine(false);
    private final BlockingQueue<LabStatus> told = new LinkedBlockingQueue<>();
    private final List<String> watched = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private LabWatch watch;

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private void begin() {
        watch = new LabWatch(this::look, lab -> engine, (lab, host, listener) -> open(lab, listener), PAUSE, told::add);
    }

    private Lab look() {
        looks.incrementAndGet();
        return meant.get();
    }

    private Optional<WatchHandle> open(Lab lab, Consumer<ClusterState> listener) {
        var name = lab.postgresCount() + "+" + lab.pgpoolCount();
        watched.add("watch " + name);
        listener.accept(lab.equals(small.lab()) ? small : large);
        return Optional.of(() -> watched.add("leave " + name));
    }

    private LabStatus next() throws InterruptedException {
        var status = told.poll(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
        assertTrue(status != null, "nothing was told");
        return status;
    }

    /** Waits until the watch has certainly seen the present state. */
    private void awaitTwoLooks() {
        var before = looks.get();
        assertTrue(Await.until(() -> looks.get() > before + 2, LONG_ENOUGH));
    }

    @Test
    void aLabThatIsOffIsToldOnceAndLeftAlone() throws Exception {
        begin();

        assertEquals(new LabStatus.Off(small.lab()), next());
        awaitTwoLooks();
        assertEquals(List.of(), watched);
        assertEquals(List.of(), List.copyOf(told));
    }

    @Test
    void aLabIsWatchedFromWhenItComesUpUntilItIsTakenDown() throws Exception {
        begin();
        next();

        engine.create();
        assertEquals(new LabStatus.Running(small), next());
        engine.destroy();
        assertEquals(new LabStatus.Off(small.lab()), next());

        assertEquals(List.of("watch 1+1", "leave 1+1"), watched);
    }

    @Test
    void aLabMadeAnewWithOtherNodesIsAnotherLab() throws Exception {
        engine.create();
        begin();
        assertEquals(new LabStatus.Running(small), next());

        meant.set(large.lab());

        assertEquals(new LabStatus.Off(large.lab()), next());
        assertEquals(new LabStatus.Running(large), next());
        assertEquals(List.of("watch 1+1", "leave 1+1", "watch 3+3"), watched);
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws Exception {
        engine.create();
        var broken = new AtomicReference<Boolean>(false);
        watch = new LabWatch(
                () -> {
                    looks.incrementAndGet();
                    if (broken.get()) {
                        throw LabException.failed("lab.yaml cannot be read", "it is half there", "");
                    }
                    return small.lab();
                },
                lab -> engine,
                (lab, host, listener) -> open(lab, listener),
                PAUSE,
                told::add);
        next();

        broken.set(true);

        awaitTwoLooks();
        assertEquals(List.of("watch 1+1"), watched);
        assertEquals(List.of(), List.copyOf(told));
    }

    @Test
    void whatCannotBeWatchedYetIsTriedAgain() throws Exception {
        engine.create();
        var tries = new AtomicInteger();
        watch = new LabWatch(
                meant::get,
                lab -> engine,
                (lab, host, listener) -> tries.incrementAndGet() < 3 ? Optional.empty() : open(lab, listener),
                PAUSE,
                told::add);

        assertEquals(new LabStatus.Running(small), next());
        assertEquals(3, tries.get());
    }

    @Test
    void closingLeavesTheLabAndTellsNothingMore() throws Exception {
        engine.create();
        begin();
        assertEquals(new LabStatus.Running(small), next(), "a lab that runs is never said to be off");

        watch.close();

        engine.destroy();
        assertEquals(List.of("watch 1+1", "leave 1+1"), watched);
        assertEquals(List.of(), List.copyOf(told));
    }

    @Test
    void closingDoesNotWaitForAListenerThatHangs() throws Exception {
        var never = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        watch = new LabWatch(meant::get, lab -> engine, (lab, host, listener) -> Optional.empty(), PAUSE, status -> {
            told.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        told.await();

        var began = System.nanoTime();
        watch.close();

        assertTrue(Duration.ofNanos(System.nanoTime() - began).compareTo(Duration.ofSeconds(1)) < 0);
        never.countDown();
    }
}
