package org.pgpoollab.command;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.topology.Node;

/** The nodes behind words. Looks at the lab only if a word is no plain name, so that a lab that is down can be talked about. */
final class NodeArguments {

    private NodeArguments() {}

    /** Each once, in the order of the words. */
    static List<Node> of(LabSession session, List<String> words) {
        var named = words.stream().map(session.lab()::named).toList();
        if (named.stream().allMatch(Optional::isPresent)) {
            return named.stream().map(Optional::orElseThrow).distinct().toList();
        }
        return NodeWords.resolve(words, session.glance());
    }

    /** The same in a snapshot that there is already. */
    static List<Node> of(ClusterState state, List<String> words) {
        return NodeWords.resolve(words, state);
    }

    static Node of(ClusterState state, String word) {
        return NodeWords.resolve(word, state);
    }

    /** The one node that a word means. */
    static Node of(LabSession session, String word) {
        return session.lab().named(word).orElseGet(() -> NodeWords.resolve(word, session.glance()));
    }
}
