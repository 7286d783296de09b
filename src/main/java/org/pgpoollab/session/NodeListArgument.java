package org.pgpoollab.session;

import java.util.Arrays;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Resolves names and roles of nodes that are separated by commas to the nodes: {@code pg-0,leader}. */
public final class NodeListArgument {

    public static final String DESCRIPTION = "Names or roles of nodes, separated by commas.";

    private NodeListArgument() {}

    public static List<Node> of(ClusterState state, String group) {
        return of(state, List.of(group));
    }

    /** Returns each node once, in the order of the words. */
    public static List<Node> of(ClusterState state, List<String> groups) {
        var words = groups.stream()
                .flatMap(group -> Arrays.stream(group.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() && !groups.isEmpty()) {
            throw LabException.usage(
                    "the name of a node is empty", "a script's variable may be unset", "status shows the nodes");
        }
        return NodeArguments.of(state, words);
    }
}
