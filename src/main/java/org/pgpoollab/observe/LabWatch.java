package org.pgpoollab.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;

/**
 * Follows one lab and watches it while it runs, even if any process takes it down or creates it again with other nodes. It starts in its
 * constructor. It calls its listener from one thread at a time and waits for it.
 */
public final class LabWatch implements AutoCloseable {

    /** The usual interval at which it checks whether the lab is still the same. */
    public static final Duration USUAL_PAUSE = Duration.ofMillis(500);

    private final Supplier<Lab> meant;
    private final Function<Lab, Engine> engines;
    private final Opening opening;
    private final Consumer<LabStatus> listener;
    private final RepeatedTask looks;
    private Optional<Lab> lab = Optional.empty();
    private Optional<Engine> engine = Optional.empty();
    private Optional<? extends WatchHandle> watching = Optional.empty();

    /** Starts to watch a lab that runs. */
    @FunctionalInterface
    public interface Opening {
        /**
         * @return empty if watching is not possible yet, for example while the lab's programs are still being downloaded; then it tries
         *     again
         */
        Optional<? extends WatchHandle> watch(Lab lab, Engine engine, Consumer<ClusterState> listener);
    }

    /**
     * @param meant returns the lab as it was created, else as it would be created; called at every interval
     * @param engines creates an engine, and must have no other effect
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
        this.listener = listener;
        this.looks = new RepeatedTask("lab", pause, this::look, this::end);
        looks.start();
    }

    private void look() {
        try {
            look(meant.get());
        } catch (LabException unreadable) {
            // The lab file cannot be read, for example while it is being written. Keep the last state.
        }
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
        if (!looks.isClosed()) {
            listener.accept(status);
        }
    }

    private void end() {
        watching.ifPresent(WatchHandle::close);
        watching = Optional.empty();
    }

    /** Ends within a second, even if a probe hangs. */
    @Override
    public void close() {
        looks.close();
    }
}
