package org.pgpoollab.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * What was observed of a lab when it was saved, as far as files do not tell it. A restored lab is compared with this.
 *
 * @param running whether the lab had hosts
 * @param nodes all nodes, in the lab's order
 * @param findings what the lab lacked to be whole; empty if it was healthy, or did not run
 */
public record SavedState(boolean running, List<SavedNode> nodes, Faults faults, List<String> findings) {

    public SavedState {
        nodes = List.copyOf(nodes);
        findings = List.copyOf(findings);
    }

    /** Returns the state of a lab of which nothing runs. */
    public static SavedState stopped(Lab lab) {
        return new SavedState(false, lab.nodes().stream().map(SavedNode::off).toList(), Faults.NONE, List.of());
    }

    /** @param state a snapshot of the lab, whose hosts and processes the engine is asked for */
    public static SavedState of(ClusterState state, Engine engine) {
        return new SavedState(
                true,
                state.lab().nodes().stream()
                        .map(node -> SavedNode.of(node, state, engine))
                        .toList(),
                state.faults(),
                Redundancy.missing(state).stream().map(Problem::what).toList());
    }

    /** Whether the lab was whole, so that the restored lab can be proved to work. */
    public boolean isHealthy() {
        return running && findings.isEmpty() && faults.isEmpty();
    }

    SavedNode of(Node node) {
        return nodes.stream()
                .filter(saved -> saved.node().equals(node))
                .findFirst()
                .orElseGet(() -> SavedNode.off(node));
    }

    /** Whether a pgpool that ran, and was not frozen, did not answer. */
    boolean hasSilentPool() {
        return nodes.stream()
                .filter(saved -> saved.node().isPgpool() && saved.isSilent())
                .anyMatch(saved -> !faults.freezes(saved.node(), Server.PGPOOL));
    }

    /** Returns the pgpool that held the VIP; one that answered if there were several. */
    Optional<Node> vipHolder() {
        var holders = nodes.stream().filter(SavedNode::holdsVip).toList();
        return holders.stream()
                .filter(saved -> !saved.role().isEmpty())
                .findFirst()
                .or(() -> holders.stream().findFirst())
                .map(SavedNode::node);
    }

    /** Describes how another observation differs in hosts, servers, roles of PostgreSQL, and faults. */
    List<String> differences(SavedState now) {
        var differences = new ArrayList<>(ofEachNode(now, SavedNode::differences));
        var missing = faults.without(now.faults::has);
        var added = now.faults.without(faults::has);
        missing.all().forEach(fault -> differences.add("the fault " + fault.text() + " is missing"));
        added.all().stream().map(Fault::text).forEach(text -> differences.add("there is a new fault: " + text));
        return differences;
    }

    /** Describes how another observation differs in beliefs of pgpools, and in who holds the VIP. */
    List<String> differentBeliefs(SavedState now) {
        return Stream.concat(ofEachNode(now, SavedNode::differentBeliefs).stream(), otherVip(now).stream())
                .toList();
    }

    private List<String> ofEachNode(SavedState now, BiFunction<SavedNode, SavedNode, List<String>> compared) {
        return nodes.stream()
                .flatMap(saved -> compared.apply(saved, now.of(saved.node())).stream())
                .toList();
    }

    private Optional<String> otherVip(SavedState now) {
        var before = holders();
        var after = now.holders();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("the VIP is on " + names(after) + ", it was on " + names(before));
    }

    private List<Node> holders() {
        return nodes.stream().filter(SavedNode::holdsVip).map(SavedNode::node).toList();
    }

    private static String names(List<Node> nodes) {
        return nodes.isEmpty()
                ? "no pgpool"
                : String.join(" and ", nodes.stream().map(Node::name).toList());
    }
}
