package org.pgpoollab.app;

import java.time.Clock;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.journal.JournalSilence;
import org.pgpoollab.observe.Observer;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.observe.WatchHandle;

/** Takes the snapshots of a command's lab. The observer is created at its first use, and keeps its sessions until this is closed. */
final class LabSnapshots implements AutoCloseable {

    private final SelectedLab selected;
    private final Shell shell;
    private Observer observer;

    LabSnapshots(SelectedLab selected, Shell shell) {
        this.selected = selected;
        this.shell = shell;
    }

    /** @throws org.pgpoollab.LabException if the lab does not run */
    Observer ofRunning() {
        selected.requireRunning();
        return observer();
    }

    /** Returns the observer of a lab that may be only starting. */
    Observer observer() {
        if (observer == null) {
            observer = new Observer(
                    selected.lab(),
                    selected.engine(),
                    selected.directory(),
                    shell,
                    selected.parts().pcpTools(),
                    new JournalSilence(selected.directory()),
                    Clock.systemUTC(),
                    Observer.USUAL_TIME_LIMIT);
        }
        return observer;
    }

    WatchHandle watch(Consumer<ClusterState> listener) {
        selected.requireRunning();
        return new Poller(
                selected.lab(),
                selected.engine(),
                selected.directory(),
                shell,
                selected.parts().pcpTools(),
                new JournalSilence(selected.directory()),
                Clock.systemUTC(),
                PollIntervals.SPARING,
                listener);
    }

    @Override
    public void close() {
        if (observer != null) {
            observer.close();
        }
    }
}
