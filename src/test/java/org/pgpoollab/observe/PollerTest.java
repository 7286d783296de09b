package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.Node;

/** Tests a real poller with short intervals on fake probes. It waits for states, never for a fixed time. */
@Timeout(20)
class PollerTest {

    private static final PollIntervals QUICK = new PollIntervals(
            Duration.ofMillis(20),
            Duration.ofMillis(40),
            Duration.ofMillis(60),
            Duration.ofMillis(200),
            Duration.ofMillis(5),
            Duration.ofMillis(100));
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final ClusterState healthy = Given.healthy().state();
    private final FakeProbes nodes = new FakeProbes(healthy);
    private final BlockingQueue<ClusterState> told = new LinkedBlockingQueue<>();
    private Poller poller;

    @AfterEach
    void close() {
        if (poller != null) {
            poller.close();
        }
    }

    private void watch(PollIntervals intervals) {
        poller = new Poller(healthy.lab(), nodes, Clock.systemUTC(), intervals, told::add);
    }

    private ClusterState await(Predicate<ClusterState> wanted) throws InterruptedException {
        while (true) {
            var state = told.poll(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
            assertTrue(state != null, "nothing was told any more");
            if (wanted.test(state)) {
                return state;
            }
        }
    }

    private static Node node(String name) {
        return Node.parse(name).orElseThrow();
    }

    private static Observed<?> sql(ClusterState state, String name) {
        var node = node(name);
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }

    private static boolean isAllSeen(ClusterState state) {
        return state.postgres().stream()
                        .allMatch(node -> node.says().isSeen() && node.repmgr().isSeen())
                && state.pools().stream()
                        .allMatch(pool -> pool.backends().isSeen()
                                && pool.watchdog().isSeen()
                                && pool.holdsVip().isSeen());
    }

    @Test
    void theFirstSnapshotKnowsNothingAndSoonAllIsKnown() throws Exception {
        watch(QUICK);

        var first = told.take();
        assertEquals(Observed.unasked(), sql(first, "pg-0"));
        assertEquals(Observed.unasked(), first.pool(node("pgpool-0")).watchdog());
        var known = await(PollerTest::isAllSeen);
        assertEquals(List.of(node("pg-0")), known.primaries());
        assertEquals(List.of(node("pgpool-0")), known.vipHolders());
    }

    @Test
    void aNodeThatHangsDelaysNobody() throws Exception {
        nodes.hang("sql pg-1");
        nodes.hang("watchdog pgpool-2");

        watch(new PollIntervals(
                QUICK.steady(), QUICK.watchdog(), QUICK.details(), Duration.ofMinutes(1), QUICK.least(), QUICK.most()));

        var state = await(now -> sql(now, "pg-0").isSeen()
                && sql(now, "pg-2").isSeen()
                && sql(now, "pgpool-2").isSeen()
                && now.pool(node("pgpool-1")).watchdog().isSeen());
        assertEquals(Observed.unasked(), sql(state, "pg-1"));
        var before = nodes.asked("sql pg-0");
        assertTrue(Await.until(() -> nodes.asked("sql pg-0") > before + 5, LONG_ENOUGH));
        assertEquals(1, nodes.asked("sql pg-1"));
    }

    @Test
    void aHangIsShownAtItsDeadlineAndItsThreadEnds() throws Exception {
        nodes.hang("sql pg-1");

        watch(QUICK);

        var state = await(now -> sql(now, "pg-1").isUnreachable());
        assertEquals("no answer within 200 ms", sql(state, "pg-1").reason());
        nodes.heal("sql pg-1");
        await(now -> sql(now, "pg-1").isSeen());
        assertTrue(Await.until(() -> nodes.inside() == 0, LONG_ENOUGH));
    }

    @Test
    void aLongHangHoldsOneThreadAtATimeAndKeepsItsBeginning() throws Exception {
        nodes.hang("sql pgpool-1");
        nodes.hang("details pgpool-1");
        watch(QUICK);

        var first = await(now -> sql(now, "pgpool-1").isUnreachable());
        assertTrue(Await.until(() -> nodes.asked("sql pgpool-1") >= 4, LONG_ENOUGH));

        told.clear();
        var later = await(now -> sql(now, "pgpool-1").isUnreachable());
        assertEquals(sql(first, "pgpool-1"), sql(later, "pgpool-1"));
        assertTrue(nodes.inside() <= 1 + 12, "threads: " + nodes.inside());
    }

    @Test
    void aRefusalIsToldAndSoIsTheReturn() throws Exception {
        watch(QUICK);
        await(PollerTest::isAllSeen);

        nodes.refuse("sql pg-2");
        var refused = await(now -> sql(now, "pg-2").isUnreachable());
        nodes.heal("sql pg-2");
        var back = await(now -> sql(now, "pg-2").isSeen());

        assertEquals("connection refused", sql(refused, "pg-2").reason());
        assertTrue(refused.pool(node("pgpool-0")).backends().isSeen());
        assertTrue(back.at().isAfter(refused.at()));
    }

    @Test
    void nothingToldIsOlderThanASilenceToldBefore() throws Exception {
        watch(QUICK);
        var silent = healthy.at();
        for (var round = 0; round < 20; round++) {
            nodes.refuse("sql pg-0");
            var refused = await(now -> sql(now, "pg-0").isUnreachable());
            silent = ((Observed.Unreachable<?>) sql(refused, "pg-0")).since();
            nodes.heal("sql pg-0");
            var back = await(now -> sql(now, "pg-0").isSeen());

            var seen = ((Observed.Seen<?>) sql(back, "pg-0")).at();
            assertFalse(seen.isBefore(silent), seen + " was told after " + silent);
        }
    }

    @Test
    void aChangeHasTheOthersAskedAtOnce() throws Exception {
        var slow = new PollIntervals(
                QUICK.steady(),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                QUICK.timeLimit(),
                QUICK.least(),
                QUICK.most());
        watch(slow);
        await(PollerTest::isAllSeen);
        var watchdog = nodes.asked("watchdog pgpool-1");
        var details = nodes.asked("details pgpool-1");

        nodes.refuse("sql pg-0");

        assertTrue(Await.until(() -> nodes.asked("watchdog pgpool-1") > watchdog, LONG_ENOUGH));
        assertTrue(Await.until(() -> nodes.asked("details pgpool-1") > details, LONG_ENOUGH));
    }

    @Test
    void clientsAreAskedOnceTheLabHasStartedAndNotBefore() throws Exception {
        nodes.starting(true);
        watch(QUICK);
        await(PollerTest::isAllSeen);
        assertEquals(0, nodes.asked("client pgpool-1"));

        nodes.starting(false);

        var known = await(state -> state.pool(node("pgpool-1")).client().isSeen());
        assertFalse(known.context().starting());
    }

    @Test
    void anOldRefusalOfAClientIsForgottenWhenTheLabHasStartedAnew() throws Exception {
        nodes.refuse("client pgpool-1");
        watch(QUICK);
        await(state -> state.pool(node("pgpool-1")).client().isUnreachable());
        nodes.starting(true);
        await(state -> state.context().starting());
        nodes.heal("client pgpool-1");

        nodes.starting(false);

        var started = await(state -> !state.context().starting());
        assertFalse(started.pool(node("pgpool-1")).client().isUnreachable());
        await(state -> state.pool(node("pgpool-1")).client().isSeen());
    }

    @Test
    void aPgpoolThatHangsWithOneOfItsBackendsStillTellsWhatItBelieves() throws Exception {
        nodes.hang("details pgpool-0");

        watch(QUICK);

        var state = await(now -> sql(now, "pgpool-0").isSeen());
        var view = state.pool(node("pgpool-0")).backends().value().orElseThrow().get(1);
        assertEquals(BackendStatus.UP, view.status());
        assertEquals("unknown", view.pgStatus());
    }

    @Test
    void aPgpoolWhoseSessionsHangIsAskedByPcp() throws Exception {
        nodes.hang("sql pgpool-0");

        watch(QUICK);

        var state = await(now -> sql(now, "pgpool-0").isSeen());
        assertTrue(state.pool(node("pgpool-0")).clients().isUnreachable());
    }

    @Test
    void agesMoveOnWhileNothingChanges() throws Exception {
        watch(QUICK);
        var known = await(PollerTest::isAllSeen);

        var later = await(now -> now.at().isAfter(known.at().plusMillis(250)));

        assertTrue(isAllSeen(later));
    }

    @Test
    void aListenerThatIsSlowIsToldTheNewestAndNotAQueue() throws Exception {
        var gate = new ArrayBlockingQueue<ClusterState>(1);
        poller = new Poller(healthy.lab(), nodes, Clock.systemUTC(), QUICK, state -> {
            try {
                gate.put(state);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(Await.until(() -> nodes.asked("sql pg-0") >= 1 && gate.remainingCapacity() == 0, LONG_ENOUGH));

        gate.take();
        gate.take();

        assertTrue(gate.poll(10, TimeUnit.SECONDS).postgres().stream()
                .allMatch(node -> node.says().isSeen()));
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() throws Exception {
        var complaints = new LinkedBlockingQueue<Throwable>();
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> complaints.add(e));
        try {
            poller = new Poller(healthy.lab(), nodes, Clock.systemUTC(), QUICK, state -> {
                told.add(state);
                throw new IllegalStateException("the screen is gone");
            });

            await(PollerTest::isAllSeen);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        assertEquals("the screen is gone", complaints.take().getMessage());
    }

    @Test
    void closingEndsSoonWhileEverybodyHangsAndNothingIsToldAfterwards() throws Exception {
        for (var node : healthy.lab().nodes()) {
            nodes.hang("sql " + node);
        }
        watch(QUICK);
        assertTrue(Await.until(() -> nodes.inside() >= 6, LONG_ENOUGH));

        var began = System.nanoTime();
        poller.close();
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
        told.clear();
        assertTrue(Await.until(() -> nodes.inside() == 0, LONG_ENOUGH));
        assertEquals(List.of(), List.copyOf(told));
    }

    @Test
    void aProbeThatBreaksIsAReasonAndNotACrash() throws Exception {
        var broken = new CountDownLatch(1);
        nodes.let("vip pgpool-0", () -> {
            broken.countDown();
            throw new StackOverflowError("too deep");
        });

        watch(QUICK);

        broken.await();
        var state = await(now -> now.pool(node("pgpool-0")).holdsVip().isUnreachable());
        assertEquals("too deep", state.pool(node("pgpool-0")).holdsVip().reason());
    }
}
