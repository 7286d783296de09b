package org.pgpoollab.repair;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * What is proposed to make a cluster whole again, derived from nothing but what is seen: after any interruption the next one goes on
 * from there. What can only be known when these repairs are done, the next proposal tells.
 *
 * @param primary whom the others come back to; empty if there is none yet
 * @param why what makes it the one, as a sentence
 * @param refusal why nothing is proposed, though something is wrong
 * @param choices of whom one can be named as the primary, where that is what it is refused for
 */
public record Reconfiguration(
        Optional<Node> primary, String why, List<Repair> repairs, Optional<Problem> refusal, List<Node> choices) {

    public Reconfiguration {
        Objects.requireNonNull(primary);
        Objects.requireNonNull(why);
        Objects.requireNonNull(refusal);
        repairs = List.copyOf(repairs);
        choices = List.copyOf(choices);
    }

    /**
     * Looks for what is to be done.
     *
     * @param offline of each node that does not answer; one that is left out is taken for a stopped standby
     * @param divergences of the nodes from the {@link #primary}; of one that is left out its timeline alone is gone by
     * @param chosen the node that was named as the primary, if one was
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

    /** The same where the role repmgr cannot log in with the lab's password: that comes first, and what needs it afterwards. */
    public Reconfiguration withRoles(Node server) {
        var first = Repair.of(RepairMethod.ROLES, server, "the role repmgr cannot log in: its password was changed");
        var all = Stream.concat(
                        Stream.of(first),
                        repairs.stream().filter(repair -> !repair.needsLogin() && repair.way() != RepairMethod.ROLES))
                .toList();
        return new Reconfiguration(primary, why, all, refusal, choices);
    }

    /** Whom the others come back to; empty if there is none yet, or it cannot be told. */
    public static Optional<Node> primary(ClusterState state, Map<Node, OfflineNode> offline, Optional<Node> chosen) {
        return new PrimaryQuestion(new Evidence(state, Map.copyOf(offline), Map.of()), chosen).primary();
    }

    public boolean isNothing() {
        return repairs.isEmpty() && refusal.isEmpty();
    }
}
