package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.topology.Node;

/** The commands that findings recommend, each in one place, so that a renamed command is renamed in all findings. */
final class Remedy {

    private Remedy() {}

    static String then(String... commands) {
        return String.join(", then: ", commands);
    }

    static String start(Node node) {
        return "start " + node;
    }

    static String start(List<Node> nodes) {
        return "start " + nodes.stream().map(Node::name).collect(Collectors.joining(" "));
    }

    static String stop(Node node) {
        return "stop " + node;
    }

    static String restart(Node node) {
        return "restart " + node;
    }

    static String attach(Node node) {
        return "attach " + node;
    }

    static String detach(Node node) {
        return "detach " + node;
    }

    /** Goes on with what a signal has stopped. */
    static String resume(Node node) {
        return "resume " + node;
    }

    /** Undoes what was broken on purpose. */
    static String heal(Node node) {
        return "heal " + node;
    }

    /** Has all repmgrds promote again. */
    static String unpause(Node node) {
        return "exec " + node + " -- repmgr -f /run/lab/repmgr.conf service unpause";
    }

    static String logs(Node node) {
        return "logs " + node;
    }

    static String waitFor(String condition) {
        return "wait " + condition + " for 30s";
    }

    /** Brings a PostgreSQL node that does not run back into service; one that was primary must not start as a second one. */
    static String bringBack(Node node) {
        return then(start(node), waitFor(node + " is streaming"), attach(node)) + "; or if it was primary: "
                + rejoin(node);
    }

    /** Makes a standby again of a node that has left the primary's line. */
    static String rejoin(Node node) {
        return "rejoin " + node;
    }

    static String reclone(Node node) {
        return "reclone " + node;
    }

    static String follow(Node node) {
        return "follow " + node;
    }

    /** Looks at everything, and proposes the steps. */
    static String reconfigure() {
        return "reconfigure";
    }
}
