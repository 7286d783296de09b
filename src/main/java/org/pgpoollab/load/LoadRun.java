package org.pgpoollab.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Runs one load in the load process: it starts the clients and writes the ledger, the load status and the milestones. It ends when it is
 * told to, when the lab is taken down, or when it cannot write its files.
 */
public final class LoadRun implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1).dividedBy(LoadMeter.BEATS_A_SECOND);

    /** How long closing waits for the clients: the deadlines of one statement that first needs a connection, and a margin. */
    private static final Duration FAREWELL = Duration.ofSeconds(6);

    private final LoadDirectory directory;
    private final LedgerHead head;
    private final LedgerWriter ledger;
    private final LoadStatusFile loadStatus;
    private final MilestoneFile milestoneFile;
    private final Milestones milestones = new Milestones();
    private final LoadMeter meter;
    private final Clock clock;
    private final List<LoadClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile String lastWords = "";

    /**
     * Starts a load at once.
     *
     * @param vip the endpoint of the lab's VIP
     * @param clock a clock that is not adjusted while the load runs
     * @throws UncheckedIOException if there is no disk space for its files
     */
    public static LoadRun begin(Lab lab, LabDirectory labDirectory, Endpoint vip, LoadShape shape, Clock clock) {
        var run = new LoadRun(new LoadDirectory(labDirectory.load()), shape, clock);
        run.clients(lab, new VipConnector(vip, lab.credentials()));
        run.threads.forEach(Thread::start);
        return run;
    }

    private LoadRun(LoadDirectory directory, LoadShape shape, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        var number = directory.runs().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        head = new LedgerHead(number, clock.instant(), shape);
        ledger = new LedgerWriter(directory.ledger(number), head, System::nanoTime);
        loadStatus = new LoadStatusFile(directory.loadStatus());
        milestoneFile = new MilestoneFile(directory.milestones());
        meter = new LoadMeter(shape, head.began(), System.nanoTime());
    }

    private void clients(Lab lab, LoadSessionFactory connector) {
        var shape = head.shape();
        var numbers = new AtomicInteger();
        var now = System.nanoTime();
        for (var client = 0; client < shape.clients(); client++) {
            var pace = LoadClient.Pace.of(client, shape.clients(), shape.writes(), now);
            add(
                    "writer-" + client,
                    new LoadWriter(client, head.run(), numbers::incrementAndGet, connector, pace, ledger, meter));
        }
        for (var client = 0; shape.reads() > 0 && client < shape.clients(); client++) {
            var pace = LoadClient.Pace.of(client, shape.clients(), shape.reads(), now);
            add("reader-" + client, new LoadReader(client, nodes(lab), connector, pace, ledger, meter));
        }
    }

    private static ToIntFunction<String> nodes(Lab lab) {
        return address -> lab.postgresNodes().stream()
                .filter(node -> lab.addresses().of(node).equals(address))
                .mapToInt(node -> node.index())
                .findFirst()
                .orElse(LedgerEntry.NOBODY);
    }

    private void add(String name, LoadClient client) {
        clients.add(client);
        var thread = new Thread(client, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((broken, e) -> end(cause(e)));
        threads.add(thread);
    }

    private static String cause(Throwable e) {
        return e instanceof UncheckedIOException full
                ? "the ledger cannot be written: " + full.getCause().getMessage()
                : "a client broke: " + e;
    }

    /** Appends the milestones that a snapshot shows. Called by one thread. */
    public void seen(ClusterState state) {
        var turns = milestones.next(state);
        if (turns.isEmpty() || isEnding()) {
            return;
        }
        try {
            milestoneFile.append(turns);
        } catch (IOException e) {
            end("milestones cannot be written: " + e.getMessage());
        }
    }

    /** Asks the load to end soon. Any thread may call it, also repeatedly; the first reason counts. */
    public void end(String reason) {
        synchronized (this) {
            if (!isEnding()) {
                lastWords = reason;
            }
        }
        ending.countDown();
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    /**
     * Writes the load status at every beat until the load ends.
     *
     * @param isThere whether the lab still exists and this process is still its load
     */
    public void last(BooleanSupplier isThere) {
        do {
            if (!isThere.getAsBoolean()) {
                end(LoadStatus.TAKEN_DOWN);
            }
            beat("");
        } while (!isOver());
    }

    private boolean isOver() {
        try {
            return ending.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void beat(String last) {
        if (!Files.exists(directory.process())) {
            // The lab was taken down: do not create files in its directory again.
            return;
        }
        try {
            loadStatus.write(meter.beat(clock.instant(), System.nanoTime(), last));
        } catch (IOException e) {
            end("the pulse cannot be written: " + e.getMessage());
        }
    }

    /** Waits for statements in progress and closes the ledger. */
    @Override
    public void close() {
        end(LoadStatus.STOPPED);
        clients.forEach(LoadClient::end);
        var until = System.nanoTime() + FAREWELL.toNanos();
        for (var thread : threads) {
            join(thread, until);
        }
        ledger.close();
        beat(lastWords);
    }

    private static void join(Thread thread, long until) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
