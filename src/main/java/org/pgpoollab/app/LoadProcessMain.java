package org.pgpoollab.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.load.LoadRun;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.observe.KnownSilence;
import org.pgpoollab.observe.LabStatus;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.StateHome;

/**
 * The entry point of a lab's load process. It runs the clients and a watcher of the lab, so that both are measured in one process by
 * one clock.
 */
public final class LoadProcessMain {

    private static final List<String> JAVA = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx64m",
            "-Xss512k",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8");
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";
    private static final Duration FAREWELL = Duration.ofSeconds(8);
    private static final List<String> KEPT = List.of("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME");

    private LoadProcessMain() {}

    /** Returns how to start the process for a lab, with the Java and the classes of this process. */
    static DetachedLoad.Program of(LabDirectory lab, Map<String, String> environment) {
        var kept = new LinkedHashMap<String, String>();
        environment.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, value);
            }
        });
        return new DetachedLoad.Program(shape -> words(lab, shape), kept);
    }

    private static List<String> words(LabDirectory lab, LoadShape shape) {
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(JAVA);
        archive().ifPresent(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadProcessMain.class.getName()));
        words.add(lab.root().toString());
        words.addAll(List.of(
                String.valueOf(shape.clients()), String.valueOf(shape.writes()), String.valueOf(shape.reads())));
        return words;
    }

    /** The class archive with which this process was started. */
    private static Optional<String> archive() {
        return ProcessHandle.current()
                .info()
                .arguments()
                .flatMap(words -> Arrays.stream(words)
                        .filter(word -> word.startsWith(ARCHIVE))
                        .findFirst());
    }

    /** @param arguments the lab's directory, by which the process can be recognised; then clients, writes and reads */
    public static void main(String[] arguments) throws InterruptedException {
        var directory = new LabDirectory(Path.of(arguments[0]));
        var home = new StateHome(
                directory.root().getParent(), StateHome.of(System.getenv()).cache());
        var lab = LabFile.read(directory.labFile(), LabOptions.NONE).lab();
        var shape = new LoadShape(number(arguments, 1), number(arguments, 2), number(arguments, 3));
        var main = Thread.currentThread();
        var parts = new LabComponents(
                lab, directory, System.getenv(), new ProcessShell(), () -> FetchPolicy.USUAL, line -> {});
        var clock = SteadyClock.from(Clock.systemUTC());
        var run = LoadRun.begin(lab, directory, parts.engine().vip(), shape, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            run.end(LoadStatus.STOPPED);
            join(main);
        }));
        var chronicler = new EventRecorder(home, clock, events -> {});
        var watching = parts.known()
                .map(known -> new Poller(
                        lab,
                        parts.engine(),
                        directory,
                        parts.pcpTools(),
                        KnownSilence.UNSEEN,
                        clock,
                        PollIntervals.SPARING,
                        state -> {
                            chronicler.accept(new LabStatus.Running(state));
                            run.seen(state);
                        }));
        run.last(() -> parts.engine().isRunning() && DetachedLoad.isThisProcess(directory));
        watching.ifPresent(Poller::close);
        chronicler.close();
        run.close();
    }

    private static int number(String[] arguments, int place) {
        return Integer.parseInt(arguments[place]);
    }

    private static void join(Thread main) {
        try {
            main.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A clock that starts at the current time of day and then follows the monotonic clock: setting the machine's clock does not affect
     * it.
     */
    private static final class SteadyClock extends Clock {

        private final Instant began;
        private final long nanos = System.nanoTime();

        private SteadyClock(Instant began) {
            this.began = began;
        }

        static Clock from(Clock clock) {
            return new SteadyClock(clock.instant());
        }

        @Override
        public Instant instant() {
            return began.plusNanos(System.nanoTime() - nanos);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
