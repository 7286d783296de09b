package org.pgpoollab.observe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/**
 * Probes that answer as the nodes of a snapshot do, until a test changes one. They count how often, and by how many threads, each is
 * called.
 */
final class FakeProbes implements ProbeSet {

    private final ClusterState healthy;
    private final Map<String, Callable<Object>> told = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile boolean starting;
    private final AtomicInteger inside = new AtomicInteger();

    FakeProbes(ClusterState healthy) {
        this.healthy = healthy;
    }

    /** @param about the probe and the node: {@code sql pg-0}, {@code vip pgpool-1}, {@code watchdog pgpool-2} */
    void let(String about, Callable<Object> answer) {
        told.put(about, answer);
    }

    void starting(boolean now) {
        starting = now;
    }

    @Override
    public boolean isStarting() {
        return starting;
    }

    void refuse(String about) {
        let(about, () -> {
            throw new ProbeException("connection refused");
        });
    }

    /** Makes a probe hang from now on, until it is abandoned. */
    void hang(String about) {
        let(about, () -> {
            throw new HangException();
        });
    }

    void heal(String about) {
        told.remove(about);
    }

    int asked(String about) {
        return count(about).get();
    }

    /** Returns how many threads wait for an answer now. */
    int inside() {
        return inside.get();
    }

    private AtomicInteger count(String about) {
        return asked.computeIfAbsent(about, first -> new AtomicInteger());
    }

    private static final class HangException extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Probe<PostgresAnswer> postgres(Node node) {
        return new Asked<>("sql " + node, () -> {
            var seen = healthy.postgres(node);
            return new PostgresAnswer(
                    seen.says().value().orElseThrow(), seen.repmgr().value().orElseThrow());
        });
    }

    @Override
    public Probe<PoolAnswer> pool(Node node) {
        return new Asked<>("sql " + node, () -> {
            var seen = healthy.pool(node);
            return new PoolAnswer(
                    beliefs(seen.backends().value().orElse(List.of())),
                    seen.clients().value().orElse(ClientCount.UNKNOWN));
        });
    }

    private static List<BackendView> beliefs(List<BackendView> backends) {
        return backends.stream()
                .map(view ->
                        BackendView.believed(view.backend(), view.node(), view.status(), view.role(), view.selects()))
                .toList();
    }

    @Override
    public Probe<List<BackendView>> details(Node node) {
        return new Asked<>(
                "details " + node, () -> healthy.pool(node).backends().value().orElse(List.of()));
    }

    @Override
    public Probe<WatchdogFacts> watchdog(Node node) {
        return new Asked<>(
                "watchdog " + node, () -> healthy.pool(node).watchdog().value().orElseThrow());
    }

    @Override
    public Probe<Boolean> vip(Node node) {
        return new Asked<>("vip " + node, () -> healthy.pool(node).hasVip());
    }

    @Override
    public Probe<NodeFiles> files(Node node) {
        return new Asked<>("files " + node, () -> NodeFiles.RUNS);
    }

    @Override
    public Probe<List<RoleTrouble>> roles(Node node) {
        return new Asked<>("roles " + node, List::of);
    }

    @Override
    public Probe<ClientFacts> client(Node node) {
        return new Asked<>("client " + node, () -> ClientFacts.WORKS);
    }

    @Override
    public Probe<ClientFacts> client() {
        return new Asked<>("client", () -> ClientFacts.WORKS);
    }

    @Override
    public Probe<Faults> faults() {
        return new Asked<>("faults", healthy::faults);
    }

    private final class Asked<T> implements Probe<T> {

        private final String about;
        private final Callable<T> usual;
        private volatile CountDownLatch abandoned = new CountDownLatch(1);

        Asked(String about, Callable<T> usual) {
            this.about = about;
            this.usual = usual;
        }

        @Override
        @SuppressWarnings("unchecked") // a test tells an answer of the question's type
        public T answer() throws Exception {
            count(about).incrementAndGet();
            inside.incrementAndGet();
            try {
                return told.containsKey(about) ? (T) told.get(about).call() : usual.call();
            } catch (HangException forEver) {
                abandoned.await();
                throw new ProbeException("it was abandoned");
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void abandon() {
            abandoned.countDown();
            abandoned = new CountDownLatch(1);
        }
    }
}
