package org.pgpoollab.plan.step;

import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.topology.Node;

/**
 * A shell line that a user can type.
 *
 * @param host the lab's host on which to type it; empty: this machine
 * @param asRoot whether it needs root there, although {@code exec} would log in as another user
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

    /** Creates a line that calls this program. */
    public static ShellLine ofProgram(String arguments) {
        return here(LaunchCommand.ofProcess() + " " + arguments);
    }

    /** Creates a comment that describes a step for which no fixed shell line exists. */
    public static ShellLine comment(String text) {
        return here("# " + text);
    }

    /** Returns the line, followed by where to type it. */
    public String text() {
        return host.isEmpty() ? line : line + "    (on " + host + (asRoot ? ", as root" : "") + ")";
    }
}
