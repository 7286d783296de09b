package org.pgpoollab.challenge;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A kind of trouble on the nodes of a lab. */
record Cause(CauseKind kind, NodeCast cast, Lab lab) {

    /** Returns the answer that names the cause: {@code lag pg-2}. */
    String answer() {
        return Stream.concat(Stream.of(kind.word()), nodes().stream().map(Node::name))
                .collect(Collectors.joining(" "));
    }

    List<Node> nodes() {
        return kind.places().stream().map(cast::node).toList();
    }

    /** Returns whether the answer names this cause; the order of nodes does not matter. A cause without nodes needs none. */
    boolean isNamed(String word, Collection<Node> named) {
        return kind.word().equals(word)
                && (nodes().isEmpty() || (named.containsAll(nodes()) && nodes().containsAll(named)));
    }

    String what() {
        return cast.fill(kind.what(), lab);
    }

    /** The command that shows it soonest. */
    String shows() {
        return cast.fill(kind.shows(), lab);
    }

    String sign() {
        return cast.fill(kind.sign(), lab);
    }

    List<String> repair() {
        return kind.repair().stream().map(line -> cast.fill(line, lab)).toList();
    }
}
