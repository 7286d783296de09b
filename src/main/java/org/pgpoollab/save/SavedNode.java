package org.pgpoollab.save;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * What was observed of one node of a lab.
 *
 * @param isOn whether its host was on
 * @param running the servers that had a process, frozen ones included
 * @param role of PostgreSQL {@code primary}, {@code standby} or {@code standby of pg-1}, if it streams from there; of a pgpool its state in the
 *     watchdog; empty if it did not answer
 * @param beliefs what a pgpool believed of the backends, by their names: {@code up primary}; empty if it did not answer
 * @param holdsVip whether the VIP was on its interface
 */
record SavedNode(
        Node node, boolean isOn, Set<Server> running, String role, Map<String, String> beliefs, boolean holdsVip) {

    SavedNode {
        running =
                Collections.unmodifiableSet(running.isEmpty() ? EnumSet.noneOf(Server.class) : EnumSet.copyOf(running));
        beliefs = Collections.unmodifiableMap(new TreeMap<>(beliefs));
    }

    /** Returns a node whose host is off. */
    static SavedNode off(Node node) {
        return new SavedNode(node, false, Set.of(), "", Map.of(), false);
    }

    static SavedNode of(Node node, ClusterState state, Engine engine) {
        var running = List.of(Server.values()).stream()
                .filter(server -> server.belongsOn(node) && engine.isAlive(node, server))
                .collect(Collectors.toSet());
        return node.isPostgres()
                ? new SavedNode(node, engine.isOn(node), running, role(state, node), Map.of(), false)
                : ofPool(state.pool(node), engine.isOn(node), running);
    }

    private static SavedNode ofPool(PoolNode pool, boolean isOn, Set<Server> running) {
        var beliefs = pool.beliefs().stream().collect(Collectors.toMap(BackendView::node, SavedNode::belief));
        return new SavedNode(pool.node(), isOn, running, pool.watchdogState().orElse(""), beliefs, pool.hasVip());
    }

    private static String role(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(SavedNode::role).orElse("");
    }

    private static String role(PostgresFacts facts) {
        if (facts.isPrimary()) {
            return "primary";
        }
        return facts.isStreaming() && !facts.upstream().isEmpty() ? "standby of " + facts.upstream() : "standby";
    }

    /** Returns a belief without the difference between a backend that a client has used and one that none has used yet. */
    private static String belief(BackendView view) {
        return (view.isUp() ? "up" : view.status().toString()) + " " + view.role();
    }

    boolean isPrimary() {
        return role.equals("primary");
    }

    /** Whether this pgpool was up and had what it believes of backends. */
    boolean believed() {
        return !beliefs.isEmpty();
    }

    /** Returns the backend to which this pgpool sent writes. */
    Optional<Node> believedPrimary() {
        return beliefs.entrySet().stream()
                .filter(belief -> belief.getValue().equals("up " + ReplicationRole.PRIMARY))
                .flatMap(belief -> Node.parse(belief.getKey()).stream())
                .findFirst();
    }

    /** Whether its server ran and did not answer. */
    boolean isSilent() {
        return node.isPostgres() ? ran(Server.POSTGRES) && !answered() : ran(Server.PGPOOL) && !believed();
    }

    private boolean answered() {
        return !role.isEmpty();
    }

    boolean ran(Server server) {
        return running.contains(server);
    }

    /**
     * Describes how another observation of this node differs in its host, its servers, the role of PostgreSQL, and whether a pgpool still
     * answers. What did not answer was not known, so that an answer of now is no difference: a pgpool that has just been cut off says
     * nothing for seconds.
     */
    List<String> differences(SavedNode now) {
        var differences = new ArrayList<String>();
        if (isOn != now.isOn) {
            differences.add(node + " is " + (now.isOn ? "on" : "off") + ", it was " + (isOn ? "on" : "off"));
        }
        for (var server : Server.values()) {
            if (ran(server) != now.ran(server)) {
                differences.add(server.program() + (now.ran(server) ? " runs on " : " does not run on ") + node
                        + ", it " + (ran(server) ? "did" : "did not"));
            }
        }
        if (node.isPostgres() && answered() && !role.equals(now.role)) {
            differences.add(node + " is " + answer(now.role) + ", it was " + role);
        }
        if (believed() && !now.believed()) {
            differences.add(node + " does not answer, it did");
        }
        return differences;
    }

    private static String answer(String role) {
        return role.isEmpty() ? "silent" : role;
    }

    /** Describes how another observation of this node differs in whether it answers at last, and a pgpool in what it believes of backends. */
    List<String> differentBeliefs(SavedNode now) {
        if (isSilent() && !now.isSilent()) {
            return List.of(node + " answers, it did not");
        }
        return beliefs.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(now.beliefs.get(entry.getKey())))
                .map(entry -> node + " holds " + entry.getKey() + " "
                        + now.beliefs.getOrDefault(entry.getKey(), "nothing") + ", it was " + entry.getValue())
                .toList();
    }
}
