package org.pgpoollab.plan;

import org.pgpoollab.topology.Node;

/**
 * A line that one could type into a shell.
 *
 * @param host on which host of the lab; empty: on this machine
 * @param asRoot whether it needs root there, where {@code exec} would enter as somebody else
 */
public record ShellLine(String host, String line, boolean asRoot) {

    public static ShellLine on(Node node, String line) {
        return new ShellLine(node.name(), line, false);
    }

    public static ShellLine asRoot(Node node, String line) {
        return new ShellLine(node.name(), line, node.isPostgres());
    }

    public static ShellLine here(String line) {
        return new ShellLine("", line, false);
    }

    /** What is done, where no line that is known beforehand does it. */
    public static ShellLine comment(String text) {
        return here("# " + text);
    }

    /** The line, and after it where it is typed. */
    public String text() {
        return host.isEmpty() ? line : line + "    (on " + host + (asRoot ? ", as root" : "") + ")";
    }
}
