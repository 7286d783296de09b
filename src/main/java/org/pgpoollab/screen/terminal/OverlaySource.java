package org.pgpoollab.screen.terminal;

import java.util.List;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** What overlays show beyond a snapshot. It is read from files at each call, which may take a moment. */
interface OverlaySource {

    LabFeed.Particulars particulars(Node node);

    /** Returns the log lines that belong to an event. */
    List<LogLine> logLines(Event event);
}
