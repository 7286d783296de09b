package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.topology.Lab;

/**
 * Looks at every node at once, from outside the lab's network, and keeps its sessions for the next look. Each fact has its own
 * thread and the same deadline, so that a node that hangs delays no other. One look at a time; {@link #close} ends all sessions.
 */
public final class Observer implements AutoCloseable {

    private final LabFacts facts;
    private final Clock clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(ProbeThread::new);

    /** @param patience after which a node that has not answered is called unreachable */
    public Observer(
            Lab lab,
            Engine engine,
            FaultsFile faultsFile,
            Shell shell,
            PcpTools pcpTools,
            Clock clock,
            Duration patience) {
        this(lab, new LiveQuestions(lab, engine, faultsFile, shell, pcpTools, patience, false), clock, patience);
    }

    Observer(Lab lab, Questions questions, Clock clock, Duration patience) {
        this.facts = new LabFacts(lab, questions);
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Looks at everything, and does what a client does: logs in with a password through the VIP and through every pgpool, and reads.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState examine() {
        return settled(facts.all().toList());
    }

    /**
     * What was seen last, and which of the lab's roles PostgreSQL would refuse now.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState withRoles() {
        return settled(
                facts.postgres().stream().<Fact<?>>map(LabFacts.Postgres::roles).toList());
    }

    /**
     * Looks at everything that servers say.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState look() {
        facts.ofClients().forEach(Fact::forget);
        return settled(facts.ofServers().toList());
    }

    /**
     * Looks at everything but what pgpools would have to ask their backends for: one of these that is dead holds it up for seconds.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState glance() {
        var left = facts.pools().stream().map(LabFacts.Pool::details).toList();
        left.forEach(fact -> fact.missed("not asked for", clock.instant()));
        facts.ofClients().forEach(Fact::forget);
        return settled(facts.ofServers().filter(fact -> !left.contains(fact)).toList());
    }

    private ClusterState settled(List<Fact<?>> wanted) {
        var sent = clock.instant();
        var end = System.nanoTime() + patience.toNanos();
        var asked = new ArrayList<Asked<?>>();
        wanted.forEach(fact -> asked.add(ask(fact)));
        asked.forEach(question -> question.settle(sent, end));
        return facts.state(clock.instant());
    }

    private <T> Asked<T> ask(Fact<T> fact) {
        return new Asked<>(
                fact, threads.submit(() -> new Answer<>(fact.question().answer(), clock.instant())), patience);
    }

    private record Answer<T>(T value, Instant at) {}

    private record Asked<T>(Fact<T> fact, Future<Answer<T>> future, Duration patience) {

        void settle(Instant sent, long end) {
            try {
                // An answer that comes just after the deadline because this thread waited for another is still taken.
                var answer = future.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                fact.seen(answer.value(), answer.at());
            } catch (TimeoutException late) {
                future.cancel(true);
                fact.question().abandon();
                fact.missed(Reasons.late(patience), sent);
            } catch (ExecutionException failed) {
                fact.missed(Reasons.of(failed.getCause()), sent);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        facts.all().forEach(fact -> fact.question().abandon());
    }
}
