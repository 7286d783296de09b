package org.pgpoollab.command;

import java.time.Instant;
import java.util.regex.Pattern;
import org.pgpoollab.topology.Node;

/**
 * One line of a node's log.
 *
 * @param at its own time, or if it has none that of the line before it
 * @param file the name of the log file
 * @param text without its line end; nothing in it can move a cursor or change a colour
 */
record LogLine(Instant at, Node node, String file, String text) {

    private static final Pattern PCP_CONNECTION =
            Pattern.compile("pcp_main pid \\d+: LOG:  (forked new pcp worker|PCP process with pid: \\d+ exit)");

    /** Whether Pgpool-II (4.2 to 4.6) says no more than that somebody asked it by pcp, as all do who watch a lab. */
    boolean isPcpConnection() {
        return PCP_CONNECTION.matcher(text).find();
    }
}
