package org.pgpoollab.screen.terminal;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.command.ProgramOptions;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Where the screen's news come from. */
public interface LabFeed {

    /** The lab that the program's options mean, whether it is there or not. */
    Lab lab(ProgramOptions options);

    /** Whether there is a lab to look at just now. */
    boolean isRunning(ProgramOptions options);

    /**
     * Tells of the lab from now on, on threads of its own, until what is returned is closed; that takes less than a second. The lab
     * may come, become another one, and go.
     */
    AutoCloseable watch(ProgramOptions options, Audience audience);

    /** What is not in a snapshot: read anew each time, from files; may take a moment. */
    Particulars particulars(ProgramOptions options, Node node);

    /**
     * @param log the last lines that its servers wrote, the oldest first
     * @param differences how its configuration differs from what was generated
     */
    record Particulars(List<String> log, List<String> differences) {

        static final Particulars NONE = new Particulars(List.of(), List.of());

        public Particulars {
            log = List.copyOf(log);
            differences = List.copyOf(differences);
        }
    }

    /** Who is told. */
    interface Audience {

        void running(ClusterState state);

        void notRunning(Lab lab);

        /** @param all events that are known, the oldest first */
        void events(List<Event> all);

        /** How the lab's load goes; told when that has changed. */
        void loadStatus(LoadStatus loadStatus);
    }
}
