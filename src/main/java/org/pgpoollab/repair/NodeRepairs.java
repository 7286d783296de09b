package org.pgpoollab.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.ForeignData;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.StandbyLimits;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Finds the repairs that make every node follow a known primary. */
record NodeRepairs(Evidence evidence, Node primary) {

    List<Repair> all() {
        var repairs = new ArrayList<>(new PgpoolRepairs(evidence, Optional.of(primary)).all());
        paused().ifPresent(repairs::add);
        for (var seen : state().postgres()) {
            repairs.addAll(seen.node().equals(primary) ? ofPrimary() : of(seen));
        }
        repairs.sort(Comparator.comparing(this::turn));
        return repairs;
    }

    /**
     * Returns the rank of a repair in the order of execution. Frozen nodes are fenced first, because others wait for them; pgpools come
     * before the backends that are attached to them, and the primary before its standbys. While there is a second primary, the primary is
     * attached last, because the pgpools would not write to it before.
     */
    private int turn(Repair repair) {
        if (repair.way() == RepairMethod.FENCE) {
            return 0;
        }
        if (repair.node().isPgpool()) {
            return 1;
        }
        if (!repair.node().equals(primary)) {
            return 3;
        }
        return repair.way() == RepairMethod.ATTACH && state().primaries().size() > 1 ? 4 : 2;
    }

    private ClusterState state() {
        return evidence.state();
    }

    private List<Repair> ofPrimary() {
        var repairs = new ArrayList<>(daemon(primary));
        register()
                .wrongAboutPrimary(primary)
                .ifPresent(wrong -> repairs.add(Repair.of(RepairMethod.REGISTER, primary, wrong)));
        roles().ifPresent(repairs::add);
        var strangers = pools(view -> !view.isUp() || !view.isPrimary(), primary);
        if (!strangers.isEmpty() && attachingHelps(primary)) {
            repairs.add(Repair.of(
                    RepairMethod.ATTACH,
                    primary,
                    StateText.list(strangers) + (strangers.size() == 1 ? " does" : " do") + " not write to it"));
        }
        return repairs;
    }

    /** Finds paused repmgrds. The repair runs on one node, and unpauses all of them. */
    private Optional<Repair> paused() {
        var paused = state().postgres().stream()
                .filter(seen -> seen.repmgr()
                        .value()
                        .filter(RepmgrFacts::isDaemonPaused)
                        .isPresent())
                .map(PostgresNode::node)
                .toList();
        return paused.stream()
                .findFirst()
                .map(node -> Repair.of(RepairMethod.UNPAUSE, node, "repmgrd is paused on " + StateText.list(paused)));
    }

    private Optional<Repair> roles() {
        var troubles = state().postgres(primary).roles().value().orElse(List.of()).stream()
                .map(RoleTrouble::text)
                .toList();
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(Repair.of(RepairMethod.ROLES, primary, String.join("; ", troubles)));
    }

    private List<Repair> of(PostgresNode seen) {
        if (isForeign(seen.node()) && !HangCheck.isFrozen(state(), seen.node())) {
            return List.of(ofForeign(seen.node()));
        }
        if (seen.says().isUnreachable()) {
            return ofSilent(seen.node());
        }
        if (seen.isPrimary()) {
            return List.of(back(seen.node(), "it says that it is primary too, and " + primary + " is the true one"));
        }
        return seen.isStandby() ? ofStandby(seen.node()) : List.of();
    }

    private List<Repair> ofSilent(Node node) {
        var offlineNode = evidence.offlineNode(node);
        if (evidence.isStarting(node) || (offlineNode.lives() && !HangCheck.isConfirmed(state(), node))) {
            return List.of();
        }
        var repairs = new ArrayList<Repair>();
        if (offlineNode.lives()) {
            repairs.add(Repair.of(RepairMethod.FENCE, node, whyFenced(node)));
        }
        repairs.add(ofStopped(node, offlineNode));
        return repairs;
    }

    private String whyFenced(Node node) {
        if (HangCheck.isFrozen(state(), node)) {
            return "its process was stopped by a signal, says the kernel: it is frozen";
        }
        return state().postgres(node).files().value().filter(NodeFiles::stops).isPresent()
                ? "it was asked to shut down, and goes on running until its sessions have ended"
                : "its process is there, but does not answer: it hangs";
    }

    private boolean isForeign(Node node) {
        return ForeignData.of(state(), node, primary).isPresent();
    }

    private static Repair ofForeign(Node node) {
        return Repair.of(RepairMethod.RECLONE, node, "its data is that of another cluster");
    }

    private Repair ofStopped(Node node, OfflineNode offlineNode) {
        if (!offlineNode.hasData()) {
            return Repair.of(RepairMethod.RECLONE, node, "its data directory is gone, or only a part of it is there");
        }
        if (isForeign(node)) {
            return ofForeign(node);
        }
        if (offlineNode.halfRewound()) {
            return back(node, "a rewind of its data was started and not completed");
        }
        if (!offlineNode.isStandby()) {
            return back(node, "it was primary, and would start as a second one");
        }
        if (Replication.hasLostSlot(state(), node)) {
            return Repair.of(RepairMethod.RECLONE, node, "WAL that it needs is gone from " + primary);
        }
        return isAhead(node) || evidence.isApart(node)
                ? back(node, "it is a standby of another history")
                : Repair.of(RepairMethod.START, node, "it does not run");
    }

    private List<Repair> ofStandby(Node node) {
        if (isAhead(node) || followsRival(node) || evidence.isApart(node)) {
            return List.of(back(node, "it follows another history than that of " + primary));
        }
        var ahead = Replication.ahead(state(), node);
        if (ahead.isPresent()) {
            return List.of(Repair.of(RepairMethod.RECLONE, node, ahead.get()));
        }
        var gap = Replication.gap(state(), node);
        if (Replication.lacksWal(state(), node)) {
            return List.of(Repair.of(RepairMethod.RECLONE, node, "WAL that it needs is gone from " + primary));
        }
        if (gap.isPresent() || evidence.timeline(node) != evidence.timeline(primary)) {
            return List.of(Repair.of(
                    RepairMethod.FOLLOW,
                    node,
                    gap.orElse("it is on timeline " + evidence.timeline(node) + ", " + primary + " on timeline "
                            + evidence.timeline(primary))));
        }
        var lacking = StandbyLimits.lacking(state(), node);
        if (!lacking.isEmpty()) {
            return List.of(Repair.of(
                    RepairMethod.RAISE,
                    node,
                    "it has less than " + primary + " of " + String.join(" and ", lacking.keySet())));
        }
        var repairs = new ArrayList<>(daemon(node));
        register()
                .wrongAboutStandby(node, upstream(node))
                .filter(wrong -> upstream(node).equals(primary.name()))
                .ifPresent(wrong -> repairs.add(Repair.of(RepairMethod.REGISTER, node, wrong)));
        var holding = pools(view -> !view.isUp(), node);
        if (!holding.isEmpty() && attachingHelps(node)) {
            repairs.add(Repair.of(
                    RepairMethod.ATTACH,
                    node,
                    "it streams, but " + StateText.list(holding)
                            + (holding.size() == 1 ? " holds it down" : " hold it down")));
        }
        return repairs;
    }

    /**
     * Returns whether an attach helps. If the watchdog's leader is right, it has no change to pass on, and the pgpools that differ from it
     * are restarted instead.
     */
    private boolean attachingHelps(Node backend) {
        return Dissent.from(state(), backend).isEmpty();
    }

    private RepmgrMetadata register() {
        return new RepmgrMetadata(state().postgres(primary).repmgr());
    }

    private String upstream(Node node) {
        return state().postgres(node)
                .says()
                .value()
                .map(PostgresFacts::upstream)
                .orElse("");
    }

    /** Returns a rejoin or a reclone. pg_rewind works only from a timeline that the primary has left; otherwise only a copy helps. */
    private Repair back(Node node, String why) {
        return evidence.canBeRewound(node, primary)
                ? Repair.of(RepairMethod.REJOIN, node, why)
                : Repair.of(RepairMethod.RECLONE, node, why + "; " + whyNotRewound(node));
    }

    private String whyNotRewound(Node node) {
        var here = evidence.timeline(node);
        var there = evidence.timeline(primary);
        var place = here > there
                ? "it is on timeline " + here + ", ahead of " + primary
                : here == there
                        ? "it and " + primary + " are both on timeline " + here
                        : "its timeline " + here + " is none that " + primary + " has gone through";
        return place + ", so that it cannot be rewound";
    }

    private boolean isAhead(Node node) {
        return evidence.timeline(node) > evidence.timeline(primary);
    }

    private boolean followsRival(Node node) {
        return state().postgres(node)
                .says()
                .value()
                .flatMap(facts -> state().lab().named(facts.upstream()))
                .filter(state().primaries()::contains)
                .filter(upstream -> !upstream.equals(primary))
                .isPresent();
    }

    private List<Repair> daemon(Node node) {
        Optional<Boolean> runs = state().postgres(node).repmgr().value().map(facts -> facts.daemonRunning());
        return runs.orElse(true) ? List.of() : List.of(Repair.of(RepairMethod.START, node, "its repmgrd does not run"));
    }

    private List<Node> pools(Predicate<BackendView> condition, Node backend) {
        return state().pools().stream()
                .filter(pool -> pool.belief(backend).filter(condition).isPresent())
                .map(ClusterState.PoolNode::node)
                .toList();
    }
}
