package org.pgpoollab.serverlog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.topology.Node;

/** The logs of a lab's servers, as far as they are still there: those on this machine, or those in an incident. */
@FunctionalInterface
public interface ServerLogs {

    ServerLogs NONE = (nodes, from) -> Stream.of();

    /**
     * Returns the lines of some nodes in the order of time. A line without a time has that of the line before it, and stays behind it.
     * The lines are read while the stream is used; who uses it closes it.
     *
     * @param from lines before this time are left out
     */
    Stream<LogLine> lines(List<Node> nodes, Instant from);
}
