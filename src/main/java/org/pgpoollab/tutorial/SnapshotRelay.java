package org.pgpoollab.tutorial;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.session.LabSession;

/**
 * Passes on the snapshots of a poller that runs anyway, on a thread of its own, so that a slow listener does not delay the poller: it gets
 * the newest snapshot, and those that came meanwhile are left out.
 */
public final class SnapshotRelay implements LessonSnapshots, AutoCloseable {

    private final AtomicReference<ClusterState> newest = new AtomicReference<>();
    private final AtomicReference<Consumer<ClusterState>> listener = new AtomicReference<>(SnapshotRelay::ignore);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var daemon = new Thread(task, "lesson snapshots");
        daemon.setDaemon(true);
        return daemon;
    });

    private static void ignore(ClusterState state) {}

    /** Takes a snapshot, and returns at once. It must not be called after {@link #close}. */
    public void accept(ClusterState state) {
        if (newest.getAndSet(state) == null) {
            thread.execute(() -> listener.get().accept(newest.getAndSet(null)));
        }
    }

    /** It is always ready: while the lab is not running, no snapshots come. */
    @Override
    public boolean isReady(LabSession session) {
        return true;
    }

    @Override
    public WatchHandle watch(LabSession session, Consumer<ClusterState> other) {
        listener.set(other);
        return () -> listener.compareAndSet(other, SnapshotRelay::ignore);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
