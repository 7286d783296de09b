package org.pgpoollab.app;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.StateHome;

/** Reports the load of the watched lab. Its own thread reads one small file twice a second. */
final class LoadStatusPoller implements AutoCloseable {

    private static final int PAUSE_MILLISECONDS = 500;

    private final StateHome home;
    private final Consumer<LoadStatus> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> lab = Optional.empty();
    private Optional<LoadStatus> last = Optional.empty();

    /** @param listener receives each new status once, from one thread */
    LoadStatusPoller(StateHome home, Consumer<LoadStatus> listener) {
        this.home = home;
        this.listener = listener;
        var thread = new Thread(this::watch, "pulse");
        thread.setDaemon(true);
        thread.start();
    }

    void follow(Lab which) {
        lab = Optional.of(which.name());
    }

    private void watch() {
        do {
            lab.flatMap(name -> DetachedLoad.loadStatus(home.lab(name)))
                    .filter(loadStatus -> !last.equals(Optional.of(loadStatus)))
                    .ifPresent(this::tell);
        } while (!isClosedAfterPause());
    }

    private void tell(LoadStatus loadStatus) {
        last = Optional.of(loadStatus);
        listener.accept(loadStatus);
    }

    private boolean isClosedAfterPause() {
        try {
            return closed.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
