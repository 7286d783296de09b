package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * Takes snapshots of a lab on request, from outside the lab's network, and keeps its sessions for the next snapshot. It probes all nodes in
 * parallel; each probe has its own thread and the same deadline, so that a node that hangs delays no other. Threads that ask at the same
 * time share a snapshot. {@link #close} ends all sessions.
 */
public final class Observer implements SnapshotSource, AutoCloseable {

    /** The usual time after which a node without an answer is unreachable, counted as time in which the machine had a processor for it. */
    public static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(2);

    private final LabProbeResults facts;
    private final Supplier<ClockReading> moments;
    private final Duration timeLimit;
    private final ExecutorService threads = Executors.newCachedThreadPool(ProbeThread::new);
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final SharedObservation full;
    private final SharedObservation roles;
    private final SharedObservation whole;
    private final SharedObservation brief;

    public Observer(
            Lab lab,
            Engine engine,
            LabDirectory directory,
            PcpTools pcpTools,
            KnownSilence earlier,
            Clock clock,
            Duration timeLimit) {
        this(lab, new LiveProbes(lab, engine, directory, pcpTools, earlier, false), new ClockReader(clock), timeLimit);
    }

    Observer(Lab lab, ProbeSet probes, Supplier<ClockReading> moments, Duration timeLimit) {
        this.facts = new LabProbeResults(lab, probes);
        this.moments = moments;
        this.timeLimit = timeLimit;
        this.full = new SharedObservation(this::examineNow, oneAtATime);
        this.roles = new SharedObservation(this::rolesNow, oneAtATime);
        this.whole = new SharedObservation(this::lookNow, oneAtATime);
        this.brief = new SharedObservation(this::glanceNow, oneAtATime);
    }

    /**
     * Runs all probes, including those that log in with a password through the VIP and through every pgpool, and read.
     *
     * @throws LabException with status 130 if interrupted
     */
    @Override
    public ClusterState examine() {
        return full.take();
    }

    /**
     * Returns the last snapshot with new results of the probes that check the lab's roles.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState withRoles() {
        return roles.take();
    }

    /**
     * Runs all probes of servers, and none that acts as a client.
     *
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState look() {
        return whole.take();
    }

    /**
     * Runs all probes of servers, except those for which pgpools have to ask their backends: a dead backend delays these for seconds.
     *
     * @throws LabException with status 130 if interrupted
     */
    @Override
    public ClusterState glance() {
        return brief.take();
    }

    /**
     * Asks only what one pgpool believes of its backends, and, if no pgpool is named, which one holds the VIP.
     *
     * @param pool the pgpool to ask; empty for the one that holds the VIP
     * @throws LabException with status 130 if interrupted
     */
    public ClusterState lookAtPool(Optional<Node> pool) {
        return new SharedObservation(() -> poolNow(pool), oneAtATime).take();
    }

    private ClusterState poolNow(Optional<Node> pool) {
        var asked = pool.map(List::of)
                .orElseGet(() -> settled(facts.pools().stream()
                                .<ProbeResult<?>>map(LabProbeResults.Pool::vip)
                                .toList())
                        .vipHolders());
        return settled(facts.pools().stream()
                .filter(known -> asked.contains(known.node()))
                .flatMap(known -> Stream.<ProbeResult<?>>of(known.sql(), known.details()))
                .toList());
    }

    private ClusterState examineNow() {
        return settled(facts.all().toList());
    }

    private ClusterState rolesNow() {
        return settled(facts.postgres().stream()
                .<ProbeResult<?>>map(LabProbeResults.Postgres::roles)
                .toList());
    }

    private ClusterState lookNow() {
        facts.ofClients().forEach(ProbeResult::forget);
        return settled(facts.ofServers().toList());
    }

    private ClusterState glanceNow() {
        var left = facts.pools().stream().map(LabProbeResults.Pool::details).toList();
        left.forEach(fact -> fact.missed("not asked for", moments.get().at()));
        facts.ofClients().forEach(ProbeResult::forget);
        return settled(facts.ofServers().filter(fact -> !left.contains(fact)).toList());
    }

    private ClusterState settled(List<ProbeResult<?>> wanted) {
        for (var group : facts.groups()) {
            settle(group.stream().filter(wanted::contains).toList());
        }
        return facts.state(moments.get().at());
    }

    private void settle(List<ProbeResult<?>> group) {
        var deadline = new ProcessorDeadline(moments.get(), timeLimit);
        var asked = new ArrayList<Asked<?>>();
        group.forEach(fact -> asked.add(ask(fact)));
        asked.forEach(probe -> probe.settle(deadline, moments));
    }

    private <T> Asked<T> ask(ProbeResult<T> fact) {
        var begun = new AtomicBoolean();
        return new Asked<>(fact, begun, threads.submit(() -> {
            begun.set(true);
            return new Answer<>(fact.probe().answer(), moments.get().at());
        }));
    }

    private record Answer<T>(T value, Instant at) {}

    /** @param begun whether the thread has started the probe */
    private record Asked<T>(ProbeResult<T> fact, AtomicBoolean begun, Future<Answer<T>> future) {

        void settle(ProcessorDeadline deadline, Supplier<ClockReading> moments) {
            try {
                while (!isSettled(deadline, moments.get())) {
                    // Wait until there is an answer or the deadline has passed.
                }
            } catch (ExecutionException failed) {
                fact.missed(
                        ProbeFailureText.of(failed.getCause()), deadline.asked().at());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
            }
        }

        private boolean isSettled(ProcessorDeadline deadline, ClockReading now)
                throws ExecutionException, InterruptedException {
            var isOver = deadline.isTooLong(now) || (begun.get() && deadline.wasFair(now));
            // An answer that came while this thread waited for another one is accepted even just after the deadline.
            var wait = isOver ? Duration.ofNanos(1) : deadline.mayBeOverAt(now).minus(now.uptime());
            try {
                var answer = future.get(Math.max(1, wait.toNanos()), TimeUnit.NANOSECONDS);
                fact.seen(answer.value(), answer.at());
                return true;
            } catch (TimeoutException late) {
                if (isOver) {
                    giveUp(deadline, now);
                }
                return isOver;
            }
        }

        private void giveUp(ProcessorDeadline deadline, ClockReading now) {
            future.cancel(true);
            fact.probe().abandon();
            if (begun.get() && deadline.wasFair(now)) {
                fact.missed(
                        ProbeFailureText.late(deadline.timeLimit()),
                        deadline.asked().at());
            } else {
                fact.undecided(ProbeFailureText.TOO_BUSY);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        facts.all().forEach(fact -> fact.probe().abandon());
    }
}
