package org.pgpoollab.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Turns what people call nodes into nodes: names ({@code pg-1}, {@code pg_1}) and parts ({@code primary}, {@code leader}, …). */
public final class NodeWords {

    private NodeWords() {}

    /** All words that can stand for nodes of this lab, the names first. */
    public static List<String> words(Lab lab) {
        return Stream.concat(lab.nodes().stream().map(Node::name), roles().stream())
                .toList();
    }

    /** {@code primary}, {@code standby}, {@code standbys}, {@code leader}, {@code vip}, {@code all}. */
    public static List<String> roles() {
        return Arrays.stream(RoleWord.values()).map(RoleWord::word).toList();
    }

    /**
     * The nodes that are meant, each once, in the order in which they were named.
     *
     * @throws LabException with one problem for each word that is misspelt (status 2), or names a part that nobody or more than one
     *     plays just now (status 1)
     */
    public static List<Node> resolve(List<String> words, ClusterState state) {
        var nodes = new LinkedHashSet<Node>();
        var strange = new ArrayList<Problem>();
        var unplayed = new ArrayList<Problem>();
        for (var word : words) {
            var role = RoleWord.parse(word);
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

    /** The one node that is meant; several words or {@code all} are a matter of {@link #resolve(List, ClusterState)}. */
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

    /** What is wrong with a word that is neither a node of the lab nor a part. */
    static Problem strange(String word, Lab lab) {
        var isNode = Node.parse(word.toLowerCase(Locale.ROOT)).isPresent();
        var hint = isNode ? "" : Nearest.hint(word, words(lab));
        return new Problem(
                isNode ? "there is no node " + word + " in lab " + lab.name() : "\"" + word + "\" is no node",
                hint.isEmpty() ? "the nodes are " + StateText.list(lab.nodes()) : hint,
                "name one of the nodes, or " + String.join(", ", roles()));
    }

    /** Why nobody can be meant by this part just now; empty if it is played. */
    static Optional<Problem> problem(RoleWord role, ClusterState state) {
        var holders = role.holders(state);
        if (holders.isEmpty()) {
            return Optional.of(new Problem(
                    "no node " + role.part() + " just now", seenInstead(role, state), "name the node itself"));
        }
        if (role.meansOne() && holders.size() > 1) {
            return Optional.of(new Problem(
                    "\"" + role.word() + "\" can mean " + StateText.list(holders),
                    holders.size() + " nodes each: " + role.part(),
                    role == RoleWord.STANDBY ? "name one of them, or all: standbys" : "name one of them"));
        }
        return Optional.empty();
    }

    private static String seenInstead(RoleWord role, ClusterState state) {
        if (role == RoleWord.LEADER && !state.lab().hasWatchdog()) {
            return "a lab with one pgpool has no watchdog";
        }
        return StateText.of(state, role.candidates(state.lab()));
    }
}
