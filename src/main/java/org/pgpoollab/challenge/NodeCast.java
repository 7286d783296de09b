package org.pgpoollab.challenge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.NodeRole;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Which nodes have which part in a challenge: {@code primary}, {@code standby}, {@code other} (another standby), {@code leader},
 * {@code pool} and {@code spare} (pgpools that do not lead), {@code absent} (the fourth pgpool of a lab that has three). A part keeps its node,
 * whatever role the node gets later.
 *
 * @param nodes by part; parts that the lab has no node for are missing
 */
record NodeCast(Map<String, Node> nodes) {

    private static final Pattern PLACE =
            Pattern.compile("([$#])(primary|standby|other|leader|pool|spare|absent|vip|user)\\b");

    NodeCast {
        nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    }

    /** Chooses among nodes of the same role by chance. */
    static NodeCast of(ClusterState state, Random random) {
        var nodes = new TreeMap<String, Node>();
        put(nodes, state.primaries(), "primary");
        put(nodes, shuffled(NodeRole.STANDBYS.holders(state), random), "standby", "other");
        put(nodes, state.leaders(), "leader");
        put(
                nodes,
                shuffled(
                        state.lab().pgpoolNodes().stream()
                                .filter(node -> !state.leaders().contains(node))
                                .toList(),
                        random),
                "pool",
                "spare");
        if (state.lab().pgpoolCount() == 3) {
            nodes.put("absent", Node.pgpool(3));
        }
        return new NodeCast(nodes);
    }

    private static void put(Map<String, Node> nodes, List<Node> holders, String... parts) {
        for (var i = 0; i < Math.min(parts.length, holders.size()); i++) {
            nodes.put(parts[i], holders.get(i));
        }
    }

    private static List<Node> shuffled(List<Node> nodes, Random random) {
        var shuffled = new ArrayList<>(nodes);
        shuffled.sort(Comparator.naturalOrder());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Returns whether there is a node for every part that the text names. */
    boolean covers(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(2))
                .filter(part -> !part.equals("vip") && !part.equals("user"))
                .allMatch(nodes::containsKey);
    }

    /** Returns the same nodes with the second standby or pgpool in the part of the first. */
    NodeCast turned() {
        var turned = new TreeMap<>(nodes);
        swap(turned, "standby", "other");
        swap(turned, "pool", "spare");
        return new NodeCast(turned);
    }

    private void swap(Map<String, Node> turned, String one, String other) {
        if (nodes.containsKey(one) && nodes.containsKey(other)) {
            turned.put(one, nodes.get(other));
            turned.put(other, nodes.get(one));
        }
    }

    /** Returns the node that a place such as {@code $standby} stands for. */
    Node node(String place) {
        return nodes.get(place.substring(1));
    }

    /** Fills in a text: {@code $standby} becomes a node's name, {@code #standby} its number, {@code $vip} the VIP, {@code $user} the user. */
    String fill(String text, Lab lab) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(2)) {
                            case "vip" -> lab.addresses().vip();
                            case "user" -> lab.credentials().user();
                            default -> {
                                var node = nodes.get(place.group(2));
                                yield place.group(1).equals("$") ? node.name() : String.valueOf(node.index());
                            }
                        }));
    }
}
