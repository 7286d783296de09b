package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.Node;

@Timeout(60)
class ObserverTest {

    private final ClusterState healthy = Given.healthy().state();
    private final FakeProbes nodes = new FakeProbes(healthy);

    @Test
    void aLookTellsWhatAPgpoolBelievesThoughItHangsWithItsBackends() {
        nodes.hang("details pgpool-0");

        try (var observer = observer(Duration.ofMillis(200))) {
            assertEquals("up unknown", inWords(observer.look(), "pgpool-0"));
            assertEquals("up up", inWords(observer.look(), "pgpool-1"));
        }
    }

    @Test
    void aGlanceDoesNotWaitForPgpoolsThatHangWithTheirBackends() {
        nodes.hang("details pgpool-0");

        try (var observer = observer(Duration.ofDays(1))) {
            assertEquals("up unknown", inWords(observer.glance(), "pgpool-0"));
            assertEquals(0, nodes.asked("details pgpool-1"));
        }
    }

    @Test
    void aGlanceDoesNotShowWhatAnEarlierLookHasFound() {
        try (var observer = observer(Duration.ofSeconds(20))) {
            assertEquals("up up", inWords(observer.look(), "pgpool-0"));
            assertEquals("up unknown", inWords(observer.glance(), "pgpool-0"));
            assertEquals("up up", inWords(observer.look(), "pgpool-0"));
        }
    }

    @Test
    void aGlanceSeesEverythingElse() {
        try (var observer = observer(Duration.ofSeconds(20))) {
            var state = observer.glance();

            assertEquals(healthy.primaries(), state.primaries());
            assertEquals(healthy.leaders(), state.leaders());
            assertTrue(state.pools().stream().allMatch(pool -> pool.clients().isSeen()));
        }
    }

    @Test
    void toShowWhatTheVipsHolderBelievesNobodyElseIsAsked() {
        try (var observer = observer(Duration.ofSeconds(20))) {
            var state = observer.lookAtPool(Optional.empty());

            assertEquals(healthy.vipHolders(), state.vipHolders());
            assertEquals("up up", inWords(state, state.vipHolders().get(0).name()));
            assertEquals(
                    0, nodes.asked("details pgpool-1") + nodes.asked("sql pg-0") + nodes.asked("watchdog pgpool-0"));
        }
    }

    @Test
    void whatAPgpoolBelievesIsAskedOfThatOneAlone() {
        nodes.hang("vip pgpool-1");

        try (var observer = observer(Duration.ofDays(1))) {
            var state = observer.lookAtPool(Node.parse("pgpool-1"));

            assertEquals("up up", inWords(state, "pgpool-1"));
            assertEquals(0, nodes.asked("sql pgpool-0"));
        }
    }

    @Test
    void onABusyMachineASilentNodeIsNotKnownToBeSilent() {
        nodes.hang("sql pg-1");
        var uptime = new AtomicLong();
        Supplier<ClockReading> starved = () -> {
            var seconds = uptime.addAndGet(1);
            return new ClockReading(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 10), Given.NOW);
        };

        try (var observer = new Observer(healthy.lab(), nodes, starved, Duration.ofMillis(500))) {
            var says =
                    observer.look().postgres(Node.parse("pg-1").orElseThrow()).says();

            assertEquals(Observed.unknown("this machine is too busy"), says);
        }
    }

    @Test
    void threadsThatAskDuringALookShareTheNextOne() throws Exception {
        var mayAnswer = new CountDownLatch(1);
        var answer = healthy.postgres(Node.postgres(0));
        nodes.let("sql pg-0", () -> {
            mayAnswer.await();
            return new PostgresAnswer(
                    answer.says().value().orElseThrow(), answer.repmgr().value().orElseThrow());
        });
        try (var observer = observer(Duration.ofDays(1))) {
            var first = new Look(observer);
            assertTrue(Await.until(() -> nodes.asked("sql pg-0") == 1, Duration.ofSeconds(20)));
            var second = new Look(observer);
            var third = new Look(observer);
            assertTrue(Await.until(() -> second.isWaiting() && third.isWaiting(), Duration.ofSeconds(20)));

            mayAnswer.countDown();

            assertSame(second.seen.get(), third.seen.get());
            assertTrue(first.seen.get().at().isBefore(second.seen.get().at()));
            assertEquals(2, nodes.asked("sql pg-0"));
        }
    }

    /** A look by a thread of its own. */
    private static final class Look {
        final CompletableFuture<ClusterState> seen = new CompletableFuture<>();
        private final Thread thread;

        Look(Observer observer) {
            thread = new Thread(() -> seen.complete(observer.look()));
            thread.start();
        }

        boolean isWaiting() {
            return thread.getState() == Thread.State.WAITING;
        }
    }

    private Observer observer(Duration timeLimit) {
        return new Observer(healthy.lab(), nodes, new ClockReader(Clock.systemUTC()), timeLimit);
    }

    /** Returns what a pgpool believes of pg-1, and what it found there. */
    private static String inWords(ClusterState state, String pool) {
        BackendView view = state.pool(Node.parse(pool).orElseThrow())
                .backends()
                .value()
                .orElseThrow()
                .get(1);
        return view.status() + " " + view.pgStatus();
    }
}
