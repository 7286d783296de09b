package org.pgpoollab.plan.wal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.repair.OfflineNode;
import org.pgpoollab.repair.WalDivergence;
import org.pgpoollab.topology.Node;

/**
 * Decides whether a stopped node would be a second primary if it were started: its data is a primary's, and another node is primary, or was
 * promoted after it.
 *
 * @param nodes every PostgreSQL node of the lab
 * @param successors for stopped primaries: the later primary that has all their WAL, if that is known
 */
public record RoleConflict(Map<Node, OfflineNode> nodes, Map<Node, Node> successors) {

    public RoleConflict {
        nodes = Map.copyOf(nodes);
        successors = Map.copyOf(successors);
    }

    public RoleConflict(Map<Node, OfflineNode> nodes) {
        this(nodes, Map.of());
    }

    public static RoleConflict seen(ClusterState state, StepContext context) {
        var conflict = of(state, new OfflineProbe(context).ofUnseen(state));
        return conflict.stoppedPrimaries().size() < 2
                ? conflict
                : new RoleConflict(conflict.nodes, conflict.successors(new DivergenceFinder(context, state)));
    }

    private Map<Node, Node> successors(DivergenceFinder divergence) {
        var found = new HashMap<Node, Node>();
        for (var node : stoppedPrimaries()) {
            stoppedPrimaries().stream()
                    .filter(rival -> timeline(rival) > timeline(node))
                    .filter(rival -> divergence.of(node, rival).equals(WalDivergence.NONE))
                    .findFirst()
                    .ifPresent(rival -> found.put(node, rival));
        }
        return found;
    }

    /** @param unseen the nodes that have not answered */
    static RoleConflict of(ClusterState state, Map<Node, OfflineNode> unseen) {
        var all = new HashMap<>(unseen);
        state.postgres()
                .forEach(seen -> seen.says()
                        .value()
                        .ifPresent(facts -> all.put(
                                seen.node(), new OfflineNode(true, true, facts.inRecovery(), facts.timeline()))));
        return new RoleConflict(all);
    }

    /** @throws LabException if this node must not be started beside the running primaries */
    void refuseBesideLiving(Node node) {
        refuse(withLiving(node));
    }

    /** @throws LabException if these nodes must not be started together as they are */
    public void refuse(List<Node> started) {
        refuse(of(started));
    }

    /**
     * Checks frozen nodes before their processes go on.
     *
     * @param command that would let them go on
     * @param primaries nodes that answer as primaries
     * @throws LabException if one of the frozen nodes would be a second primary
     */
    public void refuseResume(String command, List<Node> frozen, List<Node> primaries) {
        refuse(replaced(frozen, primaries).stream()
                .findFirst()
                .map(node -> new Problem(
                        node + " would go on as a second primary",
                        "it was frozen as a primary, and " + StateText.list(primaries)
                                + (primaries.size() == 1 ? " is" : " are") + " primary by now",
                        "kill " + node + "; " + (primaries.size() == 1 ? "rejoin " + node : "reconfigure")
                                + ", or with two primaries: " + command + " --force " + node)));
    }

    /**
     * Returns the frozen nodes that would go on as second primaries.
     *
     * @param primaries nodes that answer as primaries
     */
    public List<Node> replaced(List<Node> frozen, List<Node> primaries) {
        return frozen.stream()
                .filter(node -> nodes.containsKey(node) && nodes.get(node).isPrimary())
                .filter(node -> !primaries.isEmpty() && !primaries.contains(node))
                .toList();
    }

    private static void refuse(Optional<Problem> conflict) {
        conflict.ifPresent(problem -> {
            throw new LabException(Exit.FAILED, List.of(problem));
        });
    }

    /** Checks nodes that are started together; empty if all of them may be started as they are. */
    Optional<Problem> of(List<Node> started) {
        return started.stream()
                .flatMap(node -> withLiving(node).or(() -> withStopped(node)).stream())
                .findFirst()
                .or(() -> amongThemselves(started));
    }

    private Optional<Problem> withLiving(Node node) {
        var living = isStoppedPrimary(node) ? others(node, this::leadsNow) : List.<Node>of();
        if (living.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                node + " would be a second primary",
                "its data is a primary's, and " + StateText.list(living) + (living.size() == 1 ? " is" : " are")
                        + " primary",
                back(node, living) + ", or with " + (living.size() == 1 ? "two" : "more") + " primaries: start --force "
                        + node));
    }

    /** Returns what makes a standby of a stopped primary. Of several living ones it has to be decided first which is the true one. */
    private String back(Node node, List<Node> living) {
        if (living.size() > 1) {
            return "reconfigure";
        }
        return (timeline(node) < timeline(living.get(0)) ? "rejoin " : "reclone ") + node;
    }

    /** Checks a node against stopped primaries. A node that was promoted later has a higher timeline, and so have its standbys. */
    private Optional<Problem> withStopped(Node node) {
        return stoppedSuccessor(node)
                .map(rival -> new Problem(
                        node + " is not the last primary",
                        rival + " was promoted after it, to timeline " + timeline(rival) + "; " + node
                                + " has written on timeline " + timeline(node),
                        "start " + rival + "; rejoin " + node + ", or all the same: start --force " + node));
    }

    /** Returns the primary that replaced this stopped primary: one that runs, or one that was promoted later. */
    public Optional<Node> successor(Node node) {
        return isStoppedPrimary(node)
                ? others(node, this::leadsNow).stream().findFirst().or(() -> stoppedSuccessor(node))
                : Optional.empty();
    }

    private Optional<Node> stoppedSuccessor(Node node) {
        return isStoppedPrimary(node)
                ? others(node, this::isStoppedPrimary).stream()
                        .filter(rival -> rival.equals(successors.get(node)) || seemsToSucceed(rival, node))
                        .findFirst()
                : Optional.empty();
    }

    private boolean seemsToSucceed(Node rival, Node node) {
        return timeline(rival) > timeline(node) && standbysOn(rival) >= standbysOn(node);
    }

    /** Returns the nodes among these for which it is unclear which was promoted last; empty if that is clear. */
    public List<Node> undecided(List<Node> started) {
        var leads = started.stream()
                .filter(node -> isStoppedPrimary(node) && successor(node).isEmpty())
                .toList();
        return leads.size() < 2 ? List.of() : leads;
    }

    private List<Node> stoppedPrimaries() {
        return nodes.keySet().stream().filter(this::isStoppedPrimary).sorted().toList();
    }

    private Optional<Problem> amongThemselves(List<Node> started) {
        var leads = undecided(started);
        return leads.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        StateText.list(leads) + " would be primaries at the same time",
                        "the data of each is a primary's, and it cannot be told which was promoted last",
                        String.join(
                                ", or: ",
                                leads.stream()
                                        .map(node -> "reconfigure --primary " + node)
                                        .toList())));
    }

    private long standbysOn(Node primary) {
        return nodes.values().stream()
                .filter(OfflineNode::isStandby)
                .filter(offlineNode -> offlineNode.timeline() == timeline(primary))
                .count();
    }

    private boolean leadsNow(Node node) {
        return nodes.get(node).isPrimary() && nodes.get(node).lives();
    }

    private boolean isStoppedPrimary(Node node) {
        return nodes.containsKey(node)
                && nodes.get(node).isPrimary()
                && !nodes.get(node).halfRewound()
                && !nodes.get(node).lives();
    }

    private int timeline(Node node) {
        return nodes.get(node).timeline();
    }

    private List<Node> others(Node node, Predicate<Node> condition) {
        return nodes.keySet().stream()
                .filter(other -> !other.equals(node))
                .filter(condition)
                .sorted()
                .toList();
    }
}
