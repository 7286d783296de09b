package org.pgpoollab.plan;

import org.pgpoollab.topology.Node;

/**
 * A line that one could type.
 *
 * @param host on which host of the lab; empty: on this machine
 */
public record ShellLine(String host, String line) {

    public static ShellLine on(Node node, String line) {
        return new ShellLine(node.name(), line);
    }

    /** The line, and after it where it is typed. */
    public String text() {
        return host.isEmpty() ? line : line + "    (on " + host + ")";
    }

    public static ShellLine here(String line) {
        return new ShellLine("", line);
    }
}
