package org.pgpoollab.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * Finds the repairs of pgpools. A pgpool that hangs while a PostgreSQL node is frozen, or while there is no primary, is left alone, because
 * it recovers once that ends. A pgpool that has marked the primary down searches for a primary among its other backends for ever, and does
 * not answer pcp; only a restart of all pgpools makes them check every backend again.
 */
final class PgpoolRepairs {

    private final Evidence evidence;
    private final Optional<Node> primary;

    /** @param primary empty if there is none yet */
    PgpoolRepairs(Evidence evidence, Optional<Node> primary) {
        this.evidence = evidence;
        this.primary = primary;
    }

    List<Repair> all() {
        var searching = evidence.state().pools().stream()
                .filter(pool -> PrimarySearch.isInVain(evidence.state(), pool))
                .toList();
        var stuck = evidence.state().pools().stream()
                .filter(pool -> hangs(pool) || searching.contains(pool))
                .toList();
        if (!stuck.isEmpty() && primary.isPresent() && (isMarkedDownBeside(stuck) || !isHeldUp(primary.get()))) {
            var names = StateText.list(stuck.stream().map(PoolNode::node).toList());
            return List.of(Repair.of(
                    RepairMethod.RENEW,
                    stuck.get(0).node(),
                    names + (stuck.size() == 1 ? " hangs" : " hang") + ", and " + reason(primary.get(), searching)));
        }
        return Stream.concat(evidence.state().pools().stream().flatMap(pool -> of(pool).stream()), strayVip().stream())
                .toList();
    }

    private String reason(Node primary, List<PoolNode> searching) {
        if (!searching.isEmpty()) {
            return "cannot be told that " + primary + " is up";
        }
        return isHeldUp(primary)
                ? primary + " is marked down by " + StateText.list(PrimarySearch.markedDownBy(evidence.state()))
                : "no pgpool holds " + primary + " up";
    }

    /** Returns whether one of these pgpools, restarted alone, may learn from another that the primary is down. */
    private boolean isMarkedDownBeside(List<PoolNode> stuck) {
        var markedDownBy = PrimarySearch.markedDownBy(evidence.state());
        return !markedDownBy.isEmpty()
                && (stuck.size() > 1
                        || !markedDownBy.equals(List.of(stuck.get(0).node())));
    }

    /** Finds a misplaced VIP. Only the leader may hold the VIP, and holds it while there is a quorum; a single pgpool always holds it. */
    private Optional<Repair> strayVip() {
        var state = evidence.state();
        var holders = state.vipHolders();
        return rightHolder(state)
                .filter(right -> !holders.equals(List.of(right)))
                .map(right -> Repair.of(
                        RepairMethod.MOVE_VIP,
                        right,
                        holders.isEmpty() ? "nobody has the VIP" : StateText.list(holders) + " have it"));
    }

    private static Optional<Node> rightHolder(ClusterState state) {
        if (!state.lab().hasWatchdog()) {
            return state.pools().stream()
                    .filter(PoolNode::isReachable)
                    .map(PoolNode::node)
                    .findFirst();
        }
        return state.leadersWatchdog()
                .filter(WatchdogFacts::hasQuorum)
                .map(watchdog -> state.leaders().get(0));
    }

    private Optional<Repair> of(PoolNode pool) {
        var silence = StateText.silence(pool.backends(), evidence.state().at());
        if (pool.backends().isUnreachable()
                && !pool.watchdog().isSeen()
                && !evidence.offlineNode(pool.node()).lives()) {
            return Optional.of(Repair.of(RepairMethod.START, pool.node(), "it does not run: " + silence));
        }
        if (PrimarySearch.isInVain(evidence.state(), pool)) {
            return Optional.of(Repair.of(
                    RepairMethod.RESTART,
                    pool.node(),
                    "it searches for a primary, and holds the one that there is down"));
        }
        return hangs(pool)
                ? Optional.of(Repair.of(
                        RepairMethod.RESTART,
                        pool.node(),
                        (pool.refusesClients() ? "it refuses every new client: " : "it hangs: ") + silence))
                : dissent(pool);
    }

    private Optional<Repair> dissent(PoolNode pool) {
        var backends = fitBackends()
                .filter(backend -> Dissent.from(evidence.state(), backend).contains(pool.node()))
                .toList();
        return backends.isEmpty()
                ? Optional.empty()
                : Optional.of(Repair.of(
                        RepairMethod.RESTART,
                        pool.node(),
                        "it does not have " + StateText.list(backends) + " as its leader has, and that one is right"));
    }

    /** Returns the backends that need no repair themselves: others are attached, if at all, after their own repair. */
    private Stream<Node> fitBackends() {
        var state = evidence.state();
        return state.postgres().stream()
                .map(ClusterState.PostgresNode::node)
                .filter(node -> primary.filter(node::equals).isPresent() || Replication.isStreaming(state, node));
    }

    /** Returns whether the pgpool runs and serves no client without a known reason. */
    private boolean hangs(PoolNode pool) {
        return primary.isPresent()
                && pool.backends().isUnreachable()
                && evidence.offlineNode(pool.node()).lives()
                && HangCheck.isConfirmed(evidence.state(), pool.node())
                && evidence.silent(OfflineNode::lives).isEmpty();
    }

    private boolean isHeldUp(Node backend) {
        return evidence.state().pools().stream()
                .flatMap(pool -> pool.belief(backend).stream())
                .anyMatch(BackendView::isUp);
    }
}
