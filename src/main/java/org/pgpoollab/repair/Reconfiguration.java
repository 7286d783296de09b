package org.pgpoollab.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * The repairs that are proposed for a cluster. They are derived only from the observed state, so that after an interruption the next
 * proposal continues from there. Problems that show only after these repairs are part of the next proposal.
 */
public final class Reconfiguration {

    private final Optional<Node> primary;
    private final String why;
    private final List<Repair> repairs;
    private final Optional<Problem> refusal;
    private final List<Node> choices;

    private Reconfiguration(
            Optional<Node> primary, String why, List<Repair> repairs, Optional<Problem> refusal, List<Node> choices) {
        this.primary = primary;
        this.why = why;
        this.repairs = List.copyOf(repairs);
        this.refusal = refusal;
        this.choices = List.copyOf(choices);
    }

    /** Returns the node of which the others become standbys; empty if there is none yet. */
    public Optional<Node> primary() {
        return primary;
    }

    /** Returns the reason why this node is the primary, as a sentence. */
    public String why() {
        return why;
    }

    public List<Repair> repairs() {
        return repairs;
    }

    /** Returns why no repair is proposed although something is wrong. */
    public Optional<Problem> refusal() {
        return refusal;
    }

    /** Returns the nodes that the user can name as the primary, if the refusal asks for that. */
    public List<Node> choices() {
        return choices;
    }

    /**
     * Derives the proposal.
     *
     * @param offline the nodes that do not answer; a node that is missing here counts as a stopped standby
     * @param divergences of the nodes from the {@link #primary}; for a node that is missing here only its timeline counts
     * @param chosen the node that the user named as the primary, if any
     */
    public static Reconfiguration of(
            ClusterState state,
            Map<Node, OfflineNode> offline,
            Map<Node, WalDivergence> divergences,
            Optional<Node> chosen) {
        var evidence = new Evidence(state, Map.copyOf(offline), Map.copyOf(divergences));
        var question = new PrimaryQuestion(evidence, chosen);
        var primary = question.primary();
        if (primary.isPresent()) {
            return new Reconfiguration(
                    primary,
                    question.reason(),
                    new NodeRepairs(evidence, primary.get()).all(),
                    Optional.empty(),
                    List.of());
        }
        return question.refusal()
                .map(problem ->
                        new Reconfiguration(Optional.empty(), "", List.of(), Optional.of(problem), question.choices()))
                .orElseGet(() -> new Reconfiguration(
                        Optional.empty(),
                        "there is no primary",
                        new NoPrimaryRepairs(evidence, chosen).all(),
                        Optional.empty(),
                        List.of()));
    }

    /**
     * Returns the proposal for the case that the role repmgr cannot log in with the lab's password: the roles are repaired first, and the
     * repairs that need the login are left to the next proposal.
     */
    public Reconfiguration withRoles(Node server) {
        var first = Repair.of(RepairMethod.ROLES, server, "the role repmgr cannot log in: its password was changed");
        var all = Stream.concat(
                        Stream.of(first),
                        repairs.stream().filter(repair -> !repair.needsLogin() && repair.way() != RepairMethod.ROLES))
                .toList();
        return new Reconfiguration(primary, why, all, refusal, choices);
    }

    /** Returns the primary of which the other nodes become standbys; empty if there is none yet, or if it is not clear which. */
    public static Optional<Node> primary(ClusterState state, Map<Node, OfflineNode> offline, Optional<Node> chosen) {
        return new PrimaryQuestion(new Evidence(state, Map.copyOf(offline), Map.of()), chosen).primary();
    }

    public boolean isNothing() {
        return repairs.isEmpty() && refusal.isEmpty();
    }
}
