package org.pgpoollab.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.observe.RepeatedTask;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.StateHome;

/** Reports the load of the watched lab. Its own thread reads one small file twice a second. */
final class LoadStatusPoller implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final StateHome home;
    private final Consumer<LoadStatus> listener;
    private final RepeatedTask looks = new RepeatedTask("load", PAUSE, this::look, () -> {});
    private volatile Optional<String> lab = Optional.empty();
    private Optional<LoadStatus> last = Optional.empty();

    /** @param listener receives each new status once, from one thread */
    LoadStatusPoller(StateHome home, Consumer<LoadStatus> listener) {
        this.home = home;
        this.listener = listener;
        looks.start();
    }

    void follow(Lab which) {
        lab = Optional.of(which.name());
    }

    private void look() {
        lab.flatMap(name -> DetachedLoad.loadStatus(home.lab(name)))
                .filter(loadStatus -> !last.equals(Optional.of(loadStatus)))
                .ifPresent(this::tell);
    }

    private void tell(LoadStatus loadStatus) {
        last = Optional.of(loadStatus);
        listener.accept(loadStatus);
    }

    @Override
    public void close() {
        looks.close();
    }
}
