package org.pgpoollab.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Groups of nodes, with commas between them: {@code pg-0,leader}. */
final class NodeGroups {

    static final String DESCRIPTION = "Names or role words, with commas between several.";

    private NodeGroups() {}

    static List<Node> of(ClusterState state, String group) {
        return of(state, List.of(group));
    }

    /** Each once, in the order of the words. */
    static List<Node> of(ClusterState state, List<String> groups) {
        return NodeArguments.of(
                state,
                groups.stream()
                        .flatMap(group -> Arrays.stream(group.split(",")))
                        .flatMap(word -> word.isBlank() ? Stream.empty() : Stream.of(word.strip()))
                        .toList());
    }
}
