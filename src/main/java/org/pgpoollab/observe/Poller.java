package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Probes a lab continuously and reports every change as a snapshot. One thread owns all results and reports them; each running probe has a
 * thread of its own, at most one. It starts in its constructor; its first snapshot is empty.
 */
public final class Poller implements WatchHandle {

    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final Duration IDLE_THREAD = Duration.ofSeconds(10);

    private final LabProbeResults facts;
    private final ProbeScheduler scheduler;
    private final SnapshotThrottle telling;
    private final ClockReader moments;
    private final Consumer<ClusterState> listener;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final ExecutorService probes = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_THREAD.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            ProbeThread::new,
            new ThreadPoolExecutor.DiscardPolicy());
    private final Thread owner = new Thread(this::watch, "watch");
    private volatile boolean open = true;

    /** @param listener receives each snapshot from one thread, which waits for it; gets none after {@link #close} */
    public Poller(
            Lab lab,
            Engine engine,
            LabDirectory directory,
            PcpTools pcpTools,
            KnownSilence earlier,
            Clock clock,
            PollIntervals intervals,
            Consumer<ClusterState> listener) {
        this(lab, new LiveProbes(lab, engine, directory, pcpTools, earlier, true), clock, intervals, listener);
    }

    Poller(Lab lab, ProbeSet probes, Clock clock, PollIntervals intervals, Consumer<ClusterState> listener) {
        this.facts = new LabProbeResults(lab, probes);
        this.scheduler = new ProbeScheduler(facts, intervals);
        this.telling = new SnapshotThrottle(intervals);
        this.moments = new ClockReader(clock);
        this.listener = listener;
        owner.setDaemon(true);
        owner.start();
    }

    private void watch() {
        while (open) {
            scheduler.starting(facts.isStarting(), now());
            tellIfDue();
            var now = now();
            scheduler.all().forEach(schedule -> note(schedule, schedule.expire(now)));
            scheduler.due(now).forEach(schedule -> ask(schedule, now));
            listen();
        }
    }

    private ClockReading now() {
        return moments.get();
    }

    private void tellIfDue() {
        var now = now();
        if (!open || now.uptime().compareTo(telling.dueAt()) < 0) {
            return;
        }
        telling.told(now.uptime());
        try {
            listener.accept(facts.state(now.at()));
        } catch (RuntimeException e) {
            // An exception of the listener is reported and does not end the watch for others. After a close it only
            // says that it was interrupted.
            if (open) {
                owner.getUncaughtExceptionHandler().uncaughtException(owner, e);
            }
        }
    }

    private <T> void ask(ProbeSchedule<T> schedule, ClockReading now) {
        schedule.asked(now);
        probes.execute(() -> {
            schedule.begun();
            try {
                var value = schedule.probe().answer();
                var came = now();
                inbox.add(() -> note(schedule, schedule.answered(value, came)));
            } catch (Exception | Error e) {
                var reason = ProbeFailureText.of(e);
                var came = now();
                inbox.add(() -> note(schedule, schedule.failed(reason, came)));
            }
        });
    }

    private void note(ProbeSchedule<?> schedule, ProbeSchedule.Change change) {
        if (change != ProbeSchedule.Change.NONE) {
            telling.changed();
        }
        if (change == ProbeSchedule.Change.ESSENCE) {
            scheduler.spread(schedule, now());
        }
    }

    /** Waits for a probe's answer, or until the next probe, deadline or snapshot is due. */
    private void listen() {
        var next = scheduler.wakeAt();
        var until = next.compareTo(telling.dueAt()) < 0 ? next : telling.dueAt();
        try {
            var news = inbox.poll(Math.max(0, until.minus(now().uptime()).toNanos()), TimeUnit.NANOSECONDS);
            while (news != null) {
                news.run();
                news = inbox.poll();
            }
        } catch (InterruptedException closed) {
            open = false;
        }
    }

    /** Ends at once, even while probes hang: their threads end when their sessions are aborted or time out. */
    @Override
    public void close() {
        open = false;
        owner.interrupt();
        awaitOwner();
        probes.shutdownNow();
        facts.all().forEach(fact -> fact.probe().abandon());
    }

    private void awaitOwner() {
        if (Thread.currentThread().equals(owner)) {
            return;
        }
        try {
            owner.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
