package org.pgpoollab.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.PrimaryVote;
import org.pgpoollab.cluster.PrimaryVote.Claim;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Decides which node is the true primary. If the facts do not decide it, the user must. */
final class PrimaryQuestion {

    private final Evidence evidence;
    private final Optional<Node> chosen;

    PrimaryQuestion(Evidence evidence, Optional<Node> chosen) {
        this.evidence = evidence;
        this.chosen = chosen;
    }

    /** Returns the primary; empty if there is none, or if it is not clear which: then there is a {@link #refusal}. */
    Optional<Node> primary() {
        var primaries = evidence.state().primaries();
        if (chosen.isPresent()) {
            return chosen.filter(primaries::contains);
        }
        return vote().winner().map(Claim::node).filter(node -> youngerThan(node).isEmpty());
    }

    String reason() {
        if (chosen.isPresent()) {
            return "you named " + chosen.get();
        }
        var claims = vote().claims();
        return claims.size() == 1
                ? "no other node says that it is primary"
                : String.join("; ", vote().winner().orElseThrow().signs());
    }

    Optional<Problem> refusal() {
        var primaries = evidence.state().primaries();
        if (chosen.isPresent()) {
            return mischosen(chosen.get(), primaries);
        }
        if (primaries.isEmpty()) {
            return new NoPrimaryRepairs(evidence, chosen).refusal();
        }
        return Optional.of(primaries.size() > 1 ? tie() : younger(primaries.get(0)));
    }

    /** Returns the nodes from which the user may choose; empty if a choice would not help. */
    List<Node> choices() {
        var primaries = evidence.state().primaries();
        if (chosen.isPresent() || primaries.size() == 1) {
            return List.of();
        }
        return primaries.isEmpty() ? new NoPrimaryRepairs(evidence, chosen).choices() : primaries;
    }

    /**
     * Refuses an unsuitable choice: as long as a node is primary, no node can be chosen that is not. One that does not answer and would
     * start as a primary can be chosen beside it once it runs.
     */
    private Optional<Problem> mischosen(Node node, List<Node> primaries) {
        if (primaries.isEmpty()) {
            return new NoPrimaryRepairs(evidence, chosen).refusal();
        }
        var other = evidence.offlineNode(node).isPrimary() && isSilent(node)
                ? ", or discard what was written since: start --force " + node + "; reconfigure --primary " + node
                : ", or make it primary afterwards: switchover " + node;
        return Optional.of(new Problem(
                node + " cannot be chosen as the primary",
                evidence.inWords(node) + "; " + StateText.list(primaries)
                        + (primaries.size() == 1 ? " is primary" : " are primaries"),
                "reconfigure --primary " + primaries.get(0) + other));
    }

    private boolean isSilent(Node node) {
        return evidence.state().postgres(node).says().isUnreachable();
    }

    private PrimaryVote vote() {
        return PrimaryVote.of(evidence.state());
    }

    /** Returns nodes that were primary later than this one: without the user's consent they must not be rewound to an older state. */
    private List<Node> youngerThan(Node primary) {
        if (evidence.state().primaries().size() > 1) {
            return List.of();
        }
        return Stream.concat(
                        evidence.standbys().stream().filter(node -> !streamsFrom(node, primary)),
                        evidence.silent(OfflineNode::isPrimary).stream())
                .filter(node -> evidence.timeline(node) > evidence.timeline(primary))
                .toList();
    }

    private boolean streamsFrom(Node node, Node primary) {
        return evidence.state().postgres(node).says().value().stream()
                .anyMatch(facts -> facts.upstream().equals(primary.name()));
    }

    private Problem tie() {
        var signs = vote().claims().stream()
                .map(claim -> claim.node() + ": "
                        + (claim.signs().isEmpty() ? "nothing speaks for it" : String.join("; ", claim.signs())))
                .collect(Collectors.joining("\n"));
        return new Problem(
                "it cannot be told which of " + StateText.list(evidence.state().primaries()) + " is the true primary",
                signs + "\nwhat only the other one has will be lost",
                choices(evidence.state().primaries()));
    }

    private Problem younger(Node primary) {
        var younger = youngerThan(primary);
        return new Problem(
                primary + " is primary, but an old one",
                "its timeline is " + evidence.timeline(primary) + "; "
                        + younger.stream()
                                .map(node -> node + " has timeline " + evidence.timeline(node))
                                .collect(Collectors.joining("; ")),
                "start " + younger.get(0) + ", or keep the old one: reconfigure --primary " + primary);
    }

    static String choices(List<Node> nodes) {
        return nodes.stream().map(node -> "reconfigure --primary " + node).collect(Collectors.joining("\n"));
    }
}
