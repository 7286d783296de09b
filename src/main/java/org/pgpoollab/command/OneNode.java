package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/** A word that must mean exactly one node. */
final class OneNode {

    private OneNode() {}

    static Node of(Desk desk, String word) {
        var nodes = desk.nodes(List.of(word));
        if (nodes.size() != 1) {
            throw LabException.usage(
                    "'" + word + "' does not mean one node",
                    nodes.isEmpty() ? "no node is that now" : "it means " + names(nodes),
                    "nodes");
        }
        return nodes.get(0);
    }

    private static String names(List<Node> nodes) {
        return String.join(", ", nodes.stream().map(Node::name).toList());
    }
}
