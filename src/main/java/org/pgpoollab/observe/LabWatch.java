package org.pgpoollab.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;

/**
 * Follows which lab there is, and watches it as long as it runs: a lab that is taken down, or made anew with other nodes, from here or
 * from elsewhere. Begins when it is made. Its listener is told by one thread at a time, and waited for.
 */
public final class LabWatch implements AutoCloseable {

    /** How often it is looked whether the lab is still the same. */
    public static final Duration USUAL_PAUSE = Duration.ofMillis(500);

    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Supplier<Lab> meant;
    private final Function<Lab, Engine> engines;
    private final Opening opening;
    private final Duration pause;
    private final Consumer<LabStatus> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "lab");
    private Optional<Lab> lab = Optional.empty();
    private Optional<Engine> engine = Optional.empty();
    private Optional<? extends WatchHandle> watching = Optional.empty();

    /** Begins to watch a lab that runs. */
    @FunctionalInterface
    public interface Opening {
        /** @return empty if that is not possible yet, as while its programs are still being fetched; then it is tried again */
        Optional<? extends WatchHandle> watch(Lab lab, Engine engine, Consumer<ClusterState> listener);
    }

    /**
     * @param meant the lab as it was made, else as it would be; asked at every pause
     * @param engines must not do anything but make an engine
     */
    public LabWatch(
            Supplier<Lab> meant,
            Function<Lab, Engine> engines,
            Opening opening,
            Duration pause,
            Consumer<LabStatus> listener) {
        this.meant = meant;
        this.engines = engines;
        this.opening = opening;
        this.pause = pause;
        this.listener = listener;
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        do {
            try {
                look(meant.get());
            } catch (LabException unreadable) {
                // A lab file that is being written, say. What was so at the last look goes on.
            } catch (RuntimeException e) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        } while (isOpenAfterPause());
        end();
    }

    private void look(Lab now) {
        var isFirst = lab.isEmpty();
        var isNew = lab.filter(now::equals).isEmpty();
        if (isNew) {
            end();
            lab = Optional.of(now);
            engine = Optional.of(engines.apply(now));
        }
        var running = engine.filter(Engine::isRunning);
        var hasEnded = running.isEmpty() && watching.isPresent();
        if (hasEnded) {
            end();
        }
        var wasOrIsOff = !isFirst || running.isEmpty();
        if ((isNew && wasOrIsOff) || hasEnded) {
            tell(new LabStatus.Off(now));
        }
        if (running.isPresent() && watching.isEmpty()) {
            watching = opening.watch(now, running.get(), state -> tell(new LabStatus.Running(state)));
        }
    }

    private synchronized void tell(LabStatus status) {
        if (closed.getCount() > 0) {
            listener.accept(status);
        }
    }

    private void end() {
        watching.ifPresent(WatchHandle::close);
        watching = Optional.empty();
    }

    private boolean isOpenAfterPause() {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Ends within a second, whatever hangs. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
