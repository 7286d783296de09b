package org.pgpoollab.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pgpoollab.journal.EventJournal;
import org.pgpoollab.observe.LabStatus;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.StateHome;

/**
 * Records the events of a watched lab on a thread of its own, so that a slow disk does not block the screen. If snapshots queue up,
 * the oldest are dropped.
 */
final class EventRecorder implements AutoCloseable {

    private static final int SHOWN = 1000;
    private static final int WAITING_SNAPSHOTS = 20;

    private final StateHome home;
    private final Clock clock;
    private final Consumer<List<Event>> listener;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_SNAPSHOTS),
            task -> {
                var made = new Thread(task, "events");
                made.setDaemon(true);
                return made;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());
    private Optional<EventJournal> keeper = Optional.empty();

    /** @param listener receives the newest events whenever there are new ones */
    EventRecorder(StateHome home, Clock clock, Consumer<List<Event>> listener) {
        this.home = home;
        this.clock = clock;
        this.listener = listener;
    }

    void accept(LabStatus status) {
        thread.execute(() -> take(status));
    }

    private void take(LabStatus status) {
        if (status.state().isEmpty()) {
            takenDown();
            return;
        }
        if (keeper.isEmpty()) {
            var opened = EventJournal.open(home.lab(status.lab().name()), status.lab(), clock);
            keeper = Optional.of(opened);
            listener.accept(opened.tail(SHOWN));
        }
        var open = keeper.orElseThrow();
        if (!open.accept(status.state().orElseThrow()).isEmpty()) {
            listener.accept(open.tail(SHOWN));
        }
    }

    private void takenDown() {
        keeper.ifPresent(ended -> {
            ended.takenDown(clock.instant());
            listener.accept(ended.tail(SHOWN));
            ended.close();
        });
        keeper = Optional.empty();
    }

    /** Finishes the current write first. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.execute(() -> keeper.ifPresent(EventJournal::close));
        thread.shutdown();
        try {
            thread.awaitTermination(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
