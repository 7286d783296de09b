package org.pgpoollab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.pgpoollab.cluster.MachineLoad;

/**
 * A clock that runs slower the more processes wait for a processor, and stands while this process does not run. It measures how long a node
 * has been silent: a process that gets no processor cannot answer. On an idle machine it runs as fast as the wall clock. One thread
 * measures; safe for use by several threads.
 */
final class ProcessorTime {

    /** The time between two measurements. */
    private static final Duration STEP = Duration.ofMillis(100);

    private static final int STEPS_REMEMBERED = 60;

    private static final Path LOAD = Path.of("/proc/loadavg");

    /** Holds the measurements of this process, which start on first use. */
    private static final class Running {
        static final ProcessorTime TIME = begin();

        private static ProcessorTime begin() {
            var time = new ProcessorTime();
            time.note(Duration.ZERO, load(), Runtime.getRuntime().availableProcessors());
            var thread = new Thread(time::measure, "processor time");
            thread.setDaemon(true);
            thread.start();
            return time;
        }
    }

    private record Step(Duration took, Duration granted) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private Duration available = Duration.ZERO;
    private double load;
    private int processors;

    static ProcessorTime running() {
        return Running.TIME;
    }

    /** Returns how much processor time a waiting process could have had since the measurements began. */
    synchronized Duration available() {
        return available;
    }

    /** Returns the load of the machine over the last six seconds. */
    synchronized MachineLoad machine() {
        var span = steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
        var granted = steps.stream().map(Step::granted).reduce(Duration.ZERO, Duration::plus);
        return new MachineLoad(load, processors, span, span.minus(granted));
    }

    private void measure() {
        var last = System.nanoTime();
        while (true) {
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            var now = System.nanoTime();
            note(Duration.ofNanos(now - last), load(), Runtime.getRuntime().availableProcessors());
            last = now;
        }
    }

    /** @param loadavg the text of {@code /proc/loadavg}, see proc(5); empty if it cannot be read */
    synchronized void note(Duration took, String loadavg, int count) {
        var words = loadavg.split("[ /]");
        var runnable = words.length > 3 ? Integer.parseInt(words[3]) : 1;
        load = words.length > 3 ? Double.parseDouble(words[0]) : 0;
        processors = count;
        var granted = granted(took, runnable, count);
        available = available.plus(granted);
        steps.addLast(new Step(took, granted));
        if (steps.size() > STEPS_REMEMBERED) {
            steps.removeFirst();
        }
    }

    /**
     * Returns the part of a step in which a waiting process could get a processor.
     *
     * @param took the length of the step; this process did not run for what exceeds the requested length
     * @param runnable how many processes run or wait to run, including the one that measures
     */
    static Duration granted(Duration took, int runnable, int processors) {
        var ran = took.compareTo(STEP.multipliedBy(2)) > 0 ? STEP : took;
        var others = Math.max(1, runnable - 1);
        return others <= processors ? ran : ran.multipliedBy(processors).dividedBy(others);
    }

    private static String load() {
        try {
            return Files.readString(LOAD);
        } catch (IOException unknown) {
            return "";
        }
    }
}
