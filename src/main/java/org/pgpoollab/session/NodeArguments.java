package org.pgpoollab.session;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.topology.Node;

/** Resolves words to nodes. It takes a snapshot only if a word is not a node's name, so that commands also work for a lab that is down. */
public final class NodeArguments {

    private NodeArguments() {}

    /** Returns each node once, in the order of the words. */
    public static List<Node> of(LabSession session, List<String> words) {
        var named = words.stream().map(session.lab()::named).toList();
        if (named.stream().allMatch(Optional::isPresent)) {
            return named.stream().map(Optional::orElseThrow).distinct().toList();
        }
        return NodeWords.resolve(words, session.glance());
    }

    /** Resolves the words in an existing snapshot. */
    public static List<Node> of(ClusterState state, List<String> words) {
        return NodeWords.resolve(words, state);
    }

    public static Node of(ClusterState state, String word) {
        return NodeWords.resolve(word, state);
    }

    /** Returns the node that a word means. */
    public static Node of(LabSession session, String word) {
        return session.lab().named(word).orElseGet(() -> NodeWords.resolve(word, session.glance()));
    }
}
