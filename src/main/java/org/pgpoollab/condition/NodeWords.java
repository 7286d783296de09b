package org.pgpoollab.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Excerpt;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Resolves words for nodes: names ({@code pg-1}, {@code pg_1}) and roles ({@code primary}, {@code leader}, …). */
public final class NodeWords {

    private NodeWords() {}

    /** Returns all words that can name nodes of this lab, the names first. */
    public static List<String> words(Lab lab) {
        return Stream.concat(lab.nodes().stream().map(Node::name), roles().stream())
                .toList();
    }

    /** Returns {@code primary}, {@code standby}, {@code standbys}, {@code leader}, {@code vip}, {@code all}. */
    public static List<String> roles() {
        return Arrays.stream(NodeRole.values()).map(NodeRole::word).toList();
    }

    /**
     * Resolves words to nodes, each once, in the order in which they are named.
     *
     * @throws LabException with one problem for each word that is misspelt (status 2), or is a role that no node or more than one has in
     *     this snapshot (status 1)
     */
    public static List<Node> resolve(List<String> words, ClusterState state) {
        var nodes = new LinkedHashSet<Node>();
        var strange = new ArrayList<Problem>();
        var unplayed = new ArrayList<Problem>();
        for (var word : words) {
            var role = NodeRole.parse(word);
            role.flatMap(part -> problem(part, state)).ifPresent(unplayed::add);
            role.ifPresent(part -> nodes.addAll(part.holders(state)));
            if (role.isEmpty()) {
                named(word, state.lab()).ifPresentOrElse(nodes::add, () -> strange.add(strange(word, state.lab())));
            }
        }
        if (!strange.isEmpty()) {
            throw new LabException(Exit.USAGE, strange);
        }
        if (!unplayed.isEmpty()) {
            throw new LabException(Exit.FAILED, unplayed);
        }
        return List.copyOf(nodes);
    }

    /** Resolves a word to one node; several words or {@code all} need {@link #resolve(List, ClusterState)}. */
    public static Node resolve(String word, ClusterState state) {
        var nodes = resolve(List.of(word), state);
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        throw LabException.usage(
                word + " are " + nodes.size() + " nodes, and only one can be meant here",
                word + " are " + StateText.list(nodes),
                "name one of them");
    }

    static Optional<Node> named(String word, Lab lab) {
        return lab.named(word.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns a word that names one node or has a role of one, in its usual spelling.
     *
     * @throws LabException as a usage error if it is neither
     */
    public static String require(String word, Lab lab) {
        var known = named(word, lab)
                .map(Node::name)
                .or(() -> NodeRole.parse(word).filter(NodeRole::meansOne).map(NodeRole::word));
        return known.orElseThrow(() -> new LabException(Exit.USAGE, List.of(strange(word, lab))));
    }

    /** Returns the problem of a word that is neither a node of the lab nor a role. */
    static Problem strange(String word, Lab lab) {
        var isNode = Node.parse(word.toLowerCase(Locale.ROOT)).isPresent();
        var hint = isNode ? "" : Nearest.hint(word, words(lab));
        return new Problem(
                isNode
                        ? "there is no node " + Excerpt.of(word) + " in lab " + lab.name()
                        : "\"" + Excerpt.of(word) + "\" is no node",
                hint.isEmpty() ? "the nodes are " + StateText.list(lab.nodes()) : hint,
                "name one of the nodes, or " + String.join(", ", roles()));
    }

    /** Returns why this role word cannot be resolved in this snapshot: no node has the role, or too many have; empty if it can. */
    static Optional<Problem> problem(NodeRole role, ClusterState state) {
        var holders = role.holders(state);
        if (holders.isEmpty()) {
            return Optional.of(new Problem(
                    "no node " + role.part() + " just now", seenInstead(role, state), "name the node itself"));
        }
        if (role.meansOne() && holders.size() > 1) {
            return Optional.of(new Problem(
                    "\"" + role.word() + "\" can mean " + StateText.list(holders),
                    holders.size() + " nodes each: " + role.part(),
                    role == NodeRole.STANDBY ? "name one of them, or all: standbys" : "name one of them"));
        }
        return Optional.empty();
    }

    private static String seenInstead(NodeRole role, ClusterState state) {
        if (role == NodeRole.LEADER && !state.lab().hasWatchdog()) {
            return "a lab with one pgpool has no watchdog";
        }
        return StateText.of(state, role.candidates(state.lab()));
    }
}
