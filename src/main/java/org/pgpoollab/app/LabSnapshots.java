package org.pgpoollab.app;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.journal.JournalSilence;
import org.pgpoollab.observe.Observer;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.observe.WatchHandle;

/**
 * Takes the snapshots of a command's lab. The observer is created at its first use, and keeps its sessions until this is closed. Safe for use
 * by several threads: the steps that run at the same time share one observer, and so its snapshots.
 */
final class LabSnapshots implements AutoCloseable {

    private final SelectedLab selected;
    private final Supplier<Observer> first;
    private Observer observer;

    LabSnapshots(SelectedLab selected) {
        this(selected, () -> create(selected));
    }

    /** @param first creates the observer; called once, if at all */
    LabSnapshots(SelectedLab selected, Supplier<Observer> first) {
        this.selected = selected;
        this.first = first;
    }

    private static Observer create(SelectedLab selected) {
        return new Observer(
                selected.lab(),
                selected.engine(),
                selected.directory(),
                selected.parts().pcpTools(),
                new JournalSilence(selected.directory()),
                Clock.systemUTC(),
                Observer.USUAL_TIME_LIMIT);
    }

    /** @throws org.pgpoollab.LabException if the lab does not run */
    Observer ofRunning() {
        selected.requireRunning();
        return observer();
    }

    /** Returns the observer of a lab that may be only starting. */
    synchronized Observer observer() {
        if (observer == null) {
            observer = first.get();
        }
        return observer;
    }

    WatchHandle watch(Consumer<ClusterState> listener) {
        selected.requireRunning();
        return new Poller(
                selected.lab(),
                selected.engine(),
                selected.directory(),
                selected.parts().pcpTools(),
                new JournalSilence(selected.directory()),
                Clock.systemUTC(),
                PollIntervals.SPARING,
                listener);
    }

    @Override
    public synchronized void close() {
        if (observer != null) {
            observer.close();
        }
    }
}
