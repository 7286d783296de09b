package org.pgpoollab.screen.terminal;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The source of everything that the screen shows about the lab. */
public interface LabFeed {

    /** Returns the lab that the program's options name, running or not. */
    Lab lab(ProgramOptions options);

    /** Tells whether that lab is running now. */
    boolean isRunning(ProgramOptions options);

    /**
     * Reports the lab's state on threads of its own until the returned object is closed, which takes less than a second. Meanwhile
     * the lab may start, be replaced by another one, and stop.
     */
    AutoCloseable watch(ProgramOptions options, FeedListener listener);

    /** Returns what is not in a snapshot. It is read from files at each call, which may take a moment. */
    Particulars particulars(ProgramOptions options, Node node);

    /** Returns the log lines that belong to an event. They are read from files at each call, which may take a moment. */
    List<LogLine> logLines(ProgramOptions options, Event event);

    /**
     * Facts about a node that are read from files.
     *
     * @param log the last lines that its servers wrote, oldest first
     * @param differences how its configuration differs from the generated one
     */
    record Particulars(List<String> log, List<String> differences) {

        static final Particulars NONE = new Particulars(List.of(), List.of());

        public Particulars {
            log = List.copyOf(log);
            differences = List.copyOf(differences);
        }
    }

    /** Receives what the feed reports. */
    interface FeedListener {

        void running(ClusterState state);

        void notRunning(Lab lab);

        /**
         * Reports the events.
         *
         * @param all all known events, oldest first
         */
        void events(List<Event> all);

        /** Reports the status of the lab's load, whenever it has changed. */
        void loadStatus(LoadStatus loadStatus);
    }
}
