package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Looks at every node at once, from outside the lab's network, and keeps its sessions for the next look. Each fact has its own
 * thread and the same deadline, so that a node that hangs delays no other. One look at a time; {@link #close} ends all sessions.
 */
public final class Observer implements AutoCloseable {

    private final Lab lab;
    private final Engine engine;
    private final PcpProbe pcp;
    private final Clock clock;
    private final Duration patience;
    private final Map<Node, Session> sessions = new HashMap<>();
    private final Map<String, Instant> silentSince = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "probe");
        thread.setDaemon(true);
        return thread;
    });

    /** @param patience after which a node that has not answered is called unreachable */
    public Observer(Lab lab, Engine engine, Shell shell, PcpTools pcpTools, Clock clock, Duration patience) {
        this.lab = lab;
        this.engine = engine;
        this.pcp = new PcpProbe(pcpTools, shell);
        this.clock = clock;
        this.patience = patience;
        lab.nodes().forEach(node -> sessions.put(node, new Session(lab, engine, node, patience)));
    }

    /**
     * Looks at everything.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState look() {
        var sent = clock.instant();
        var asked = new HashMap<String, Future<Answer>>();
        for (var node : lab.nodes()) {
            questions(node).forEach((about, question) -> asked.put(about + node, threads.submit(stamped(question))));
        }
        var end = System.nanoTime() + patience.toNanos();
        var postgres = new ArrayList<PostgresNode>();
        for (var node : lab.postgresNodes()) {
            Observed<PostgresAnswer> answer = answer("sql " + node, asked, sent, end);
            postgres.add(new PostgresNode(node, answer.map(PostgresAnswer::facts), answer.map(PostgresAnswer::repmgr)));
        }
        var pools = new ArrayList<PoolNode>();
        for (var node : lab.pgpoolNodes()) {
            Observed<PoolAnswer> answer = answer("sql " + node, asked, sent, end);
            Observed<WatchdogFacts> watchdog = answer("watchdog " + node, asked, sent, end);
            Observed<Boolean> vip = answer("address " + node, asked, sent, end);
            pools.add(new PoolNode(node, answer.map(PoolAnswer::backends), watchdog, vip, clients(answer)));
        }
        return new ClusterState(lab, clock.instant(), postgres, pools);
    }

    /** Pcp tells of the backends only: whoever answered by it was not asked for its clients. */
    private static Observed<ClientCount> clients(Observed<PoolAnswer> answer) {
        var count = answer.value().flatMap(PoolAnswer::clients);
        if (answer.isSeen() && count.isEmpty()) {
            return Observed.unasked();
        }
        return answer.map(seen -> count.orElseThrow());
    }

    private record PoolAnswer(List<BackendView> backends, Optional<ClientCount> clients) {}

    private record Answer(Object fact, Instant at) {}

    private Callable<Answer> stamped(Callable<?> question) {
        return () -> {
            var fact = question.call();
            return new Answer(fact, clock.instant());
        };
    }

    private record PostgresAnswer(PostgresFacts facts, RepmgrFacts repmgr) {}

    private Map<String, Callable<?>> questions(Node node) {
        if (node.isPostgres()) {
            return Map.of("sql ", () -> askPostgres(node));
        }
        var questions = new HashMap<String, Callable<?>>();
        questions.put("sql ", () -> askPool(node));
        questions.put(
                "address ", () -> engine.hasAddress(node, lab.addresses().vip()).orElseThrow(() -> hostIsOff()));
        questions.put("watchdog ", () -> askWatchdog(node));
        return questions;
    }

    private PostgresAnswer askPostgres(Node node) throws Exception {
        var repmgrdRuns = Server.REPMGRD.runsOn(node, engine);
        return sessions.get(node)
                .ask(session -> new PostgresAnswer(PgProbe.facts(session), PgProbe.repmgr(session, repmgrdRuns)));
    }

    /** By SQL; when pgpool answers no session, as while it looks for a primary, by pcp. */
    private PoolAnswer askPool(Node node) throws Exception {
        try {
            return sessions.get(node)
                    .ask(session ->
                            new PoolAnswer(PoolProbe.backends(session), Optional.of(PoolProbe.clients(session))));
        } catch (Exception noSession) {
            try {
                return new PoolAnswer(pcp.backends(pcpOf(node), patience), Optional.empty());
            } catch (RuntimeException noPcp) {
                throw noSession;
            }
        }
    }

    private WatchdogFacts askWatchdog(Node node) {
        if (!lab.hasWatchdog()) {
            throw new ProbeException("no watchdog: this lab has one pgpool");
        }
        return pcp.watchdog(pcpOf(node), patience);
    }

    private org.pgpoollab.engine.Endpoint pcpOf(Node node) {
        return engine.endpoint(node, Server.PGPOOL.socketDirectory(), Lab.PCP_PORT)
                .orElseThrow(() -> hostIsOff());
    }

    private static ProbeException hostIsOff() {
        return new ProbeException("the host is off");
    }

    @SuppressWarnings("unchecked") // the future was made from a question of this type
    private <T> Observed<T> answer(String key, Map<String, Future<Answer>> asked, Instant sent, long end) {
        var future = asked.get(key);
        try {
            // An answer that comes just after the deadline because this thread waited for another is still taken.
            var answer = future.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            silentSince.remove(key);
            return Observed.seen((T) answer.fact(), answer.at());
        } catch (TimeoutException late) {
            future.cancel(true);
            return silent(key, "no answer within " + Reasons.seconds(patience), sent);
        } catch (ExecutionException failed) {
            return silent(key, Reasons.of(failed.getCause()), sent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        }
    }

    private <T> Observed<T> silent(String key, String reason, Instant sent) {
        return Observed.unreachable(reason, silentSince.computeIfAbsent(key, first -> sent));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sessions.values().forEach(Session::close);
    }
}
