package org.pgpoollab.command;

import java.time.Instant;
import org.pgpoollab.topology.Node;

/**
 * One line of a node's log.
 *
 * @param at its own time, or if it has none that of the line before it
 * @param file the name of the log file
 * @param text without its line end; nothing in it can move a cursor or change a colour
 */
record LogLine(Instant at, Node node, String file, String text) {}
