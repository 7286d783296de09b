package org.pgpoollab.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Finds the repairs that give a cluster without a primary a new one. The last primary has precedence, because nothing is lost with it. */
final class NoPrimaryRepairs {

    private final Evidence evidence;
    private final Optional<Node> chosen;

    NoPrimaryRepairs(Evidence evidence, Optional<Node> chosen) {
        this.evidence = evidence;
        this.chosen = chosen;
    }

    List<Repair> all() {
        if (refusal().isPresent()) {
            return List.of();
        }
        var repairs = new ArrayList<Repair>();
        firstOfAll(repairs);
        repairs.addAll(new PgpoolRepairs(evidence, Optional.empty()).all());
        return repairs;
    }

    private void firstOfAll(List<Repair> repairs) {
        var last = lastPrimaries();
        if (!last.isEmpty()) {
            bringUp(last.get(0), why(last.get(0), "it was the primary last, and nobody has taken over"), repairs);
            return;
        }
        var best = bestStandby();
        if (best.isPresent()) {
            repairs.add(Repair.of(
                    RepairMethod.PROMOTE,
                    best.get(),
                    why(best.get(), "of the standbys that answer it has the most WAL")));
            return;
        }
        evidence.silent(OfflineNode::hasData)
                .forEach(node -> bringUp(node, "no node answers, and none of them was primary last", repairs));
    }

    /** @param usual the reason for a node that nobody has named */
    private String why(Node node, String usual) {
        if (chosen.isEmpty()) {
            return usual;
        }
        var later = evidence.state().postgres().stream()
                .map(PostgresNode::node)
                .filter(other -> evidence.timeline(other) > evidence.timeline(node))
                .map(other -> "; " + other + " is on the later timeline " + evidence.timeline(other))
                .collect(Collectors.joining());
        return "you named it" + later;
    }

    private void bringUp(Node node, String why, List<Repair> repairs) {
        if (evidence.offlineNode(node).lives() && !HangCheck.isConfirmed(evidence.state(), node)) {
            return;
        }
        if (evidence.offlineNode(node).lives()) {
            repairs.add(Repair.of(RepairMethod.FENCE, node, "its process is there, but does not answer"));
        }
        repairs.add(Repair.of(RepairMethod.START, node, why));
    }

    /** Returns silent nodes that were primary on the highest timeline of all nodes. */
    private List<Node> lastPrimaries() {
        if (chosen.isPresent()) {
            return evidence.silent(OfflineNode::isPrimary).stream()
                    .filter(chosen.get()::equals)
                    .toList();
        }
        var highest = evidence.state().postgres().stream()
                .mapToInt(seen -> evidence.timeline(seen.node()))
                .max()
                .orElse(0);
        return evidence.silent(offlineNode -> offlineNode.isPrimary() && offlineNode.timeline() == highest);
    }

    private Optional<Node> bestStandby() {
        if (chosen.isPresent()) {
            return chosen.filter(evidence.standbys()::contains);
        }
        return evidence.standbys().stream()
                .max(Comparator.comparingInt(evidence::timeline)
                        .thenComparing(node -> evidence.state()
                                .postgres(node)
                                .says()
                                .value()
                                .map(PostgresFacts::written)
                                .orElseThrow()));
    }

    /** Returns the nodes of which this machine was too busy to find out anything: any of them may have taken over. */
    private List<Node> unknown() {
        return evidence.state().postgres().stream()
                .filter(seen -> !seen.says().isSeen() && !seen.says().isUnreachable())
                .map(PostgresNode::node)
                .toList();
    }

    List<Node> choices() {
        return lastPrimaries().size() > 1 ? lastPrimaries() : List.of();
    }

    Optional<Problem> refusal() {
        var unknown = unknown();
        if (!unknown.isEmpty()) {
            return Optional.of(new Problem(
                    "it is not known whether " + StateText.list(unknown) + (unknown.size() == 1 ? " is" : " are")
                            + " primary",
                    evidence.state().postgres(unknown.get(0)).says().reason(),
                    "wait primary is known for 60s; reconfigure"));
        }
        if (lastPrimaries().size() > 1) {
            return Optional.of(new Problem(
                    StateText.list(lastPrimaries()) + " were all primary last",
                    "none of them answers, and all have timeline "
                            + evidence.timeline(lastPrimaries().get(0)),
                    PrimaryQuestion.choices(lastPrimaries())));
        }
        var starting = evidence.silent(offlineNode -> true).stream()
                .filter(evidence::isStarting)
                .toList();
        if (!starting.isEmpty() && evidence.standbys().isEmpty()) {
            return Optional.of(new Problem(
                    StateText.list(starting) + " is still starting", "it recovers", "wait primary is known for 60s"));
        }
        if (evidence.standbys().isEmpty()
                && evidence.silent(OfflineNode::hasData).isEmpty()) {
            return Optional.of(new Problem("no node has data", "there is nothing to come back to", "down; up"));
        }
        return Optional.empty();
    }
}
