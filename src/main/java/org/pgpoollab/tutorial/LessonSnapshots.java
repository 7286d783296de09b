package org.pgpoollab.tutorial;

import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.session.LabSession;

/** Where the watch of a lesson has its snapshots from. */
public interface LessonSnapshots {

    /** A poller of the watch's own, which needs a lab that is running. */
    LessonSnapshots POLLER = new LessonSnapshots() {
        @Override
        public boolean isReady(LabSession session) {
            return session.engine().isRunning();
        }

        @Override
        public WatchHandle watch(LabSession session, Consumer<ClusterState> listener) {
            return session.watch(listener);
        }
    };

    boolean isReady(LabSession session);

    /** Reports snapshots of the session's lab, one at a time, until the handle is closed. */
    WatchHandle watch(LabSession session, Consumer<ClusterState> listener);
}
