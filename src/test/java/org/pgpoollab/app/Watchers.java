package org.pgpoollab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.observe.KnownSilence;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

/** Watches a lab without a screen, to measure the cost: {@code Watchers DIRECTORY-OF-LAB HOW-MANY SECONDS}. */
final class Watchers {

    private Watchers() {}

    public static void main(String[] words) throws Exception {
        var directory = Path.of(words[0]);
        var told = new AtomicInteger();
        var pollers = new ArrayList<Poller>();
        for (var i = 0; i < Integer.parseInt(words[1]); i++) {
            pollers.add(on(directory, state -> told.incrementAndGet()));
        }
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        var before = ticks();
        var toldBefore = told.get();
        var seconds = Integer.parseInt(words[2]);
        System.out.println("measuring");
        LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
        var after = ticks();
        System.out.printf(
                "own %.2f %%, children %.2f %% of a core; %.1f snapshots a second; %d threads%n",
                (double) (after.get(0) - before.get(0)) / seconds,
                (double) (after.get(1) - before.get(1)) / seconds,
                (double) (told.get() - toldBefore) / seconds,
                Thread.activeCount());
        var began = System.nanoTime();
        pollers.forEach(Poller::close);
        System.out.printf("closed in %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }

    static Poller on(Path directory, Consumer<ClusterState> listener) {
        var lab = LabFile.read(directory.resolve("lab.yaml"), LabOptions.NONE).lab();
        return on(
                lab,
                directory,
                new NativeEngine(lab, directory, new ProcessShell(), binaries(directory)::ofHosts),
                listener);
    }

    static Poller on(Lab lab, Path directory, Engine engine, Consumer<ClusterState> listener) {
        var binaries = binaries(directory);
        var tools = new PcpTools(
                binaries.pcpBin(),
                directory.resolve("client/.pcppass").toString(),
                lab.credentials().user());
        return new Poller(
                lab,
                engine,
                new LabDirectory(directory),
                tools,
                KnownSilence.UNSEEN,
                Clock.systemUTC(),
                PollIntervals.USUAL,
                listener);
    }

    private static Binaries binaries(Path directory) {
        return Binaries.read(directory.resolve(".binaries"));
    }

    /** The CPU time in hundredths of a second, of this process and of its children that have ended; see proc(5). */
    private static List<Long> ticks() throws Exception {
        var fields = Files.readString(Path.of("/proc/self/stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ");
        return List.of(
                Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }
}
