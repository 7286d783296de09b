package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * A snapshot of a lab: everything that was seen of it, each fact with its own age. Nodes are in the lab's order.
 *
 * @param faults the active faults
 * @param client what a client finds that connects through the VIP; not probed for every snapshot
 * @param context the circumstances of the snapshot
 */
public record ClusterState(
        Lab lab,
        Instant at,
        List<PostgresNode> postgres,
        List<PoolNode> pools,
        Faults faults,
        Observed<ClientFacts> client,
        ObservationContext context) {

    /**
     * @param says what PostgreSQL reports of itself
     * @param roles the roles of the lab that it would refuse; not probed for every snapshot
     * @param files why it does not run, or receives no WAL, as far as its files show
     */
    public record PostgresNode(
            Node node,
            Observed<PostgresFacts> says,
            Observed<RepmgrFacts> repmgr,
            Observed<List<RoleTrouble>> roles,
            Observed<NodeFiles> files) {

        /** Creates a node without roles and files. */
        public PostgresNode(Node node, Observed<PostgresFacts> says, Observed<RepmgrFacts> repmgr) {
            this(node, says, repmgr, Observed.unasked(), Observed.unasked());
        }

        /** The reason of the silence of a server that has no data to start with. */
        public static final String NO_DATA = "it has no data";

        public static final String WOULD_LEAD = "it would start as a primary";

        /** Returns whether it does not answer because there is no data to start with. */
        public boolean hasNoData() {
            return says.isUnreachable() && says.reason().contains(NO_DATA);
        }

        /** Returns whether it does not run, and would be a primary if it were started as it is. */
        public boolean wouldLead() {
            return says.isUnreachable() && says.reason().contains(WOULD_LEAD);
        }

        public boolean isPrimary() {
            return says.value().filter(PostgresFacts::isPrimary).isPresent();
        }

        public boolean isStandby() {
            return says.value().filter(PostgresFacts::inRecovery).isPresent();
        }
    }

    /**
     * @param backends this pgpool's belief of every backend, in the order of their numbers
     * @param watchdog unreachable with a reason if the lab has only one pgpool
     * @param holdsVip whether the VIP is among the addresses of the node's interface
     * @param clients how many sessions it serves
     * @param client what a client finds that connects to this pgpool; not probed for every snapshot
     */
    public record PoolNode(
            Node node,
            Observed<List<BackendView>> backends,
            Observed<WatchdogFacts> watchdog,
            Observed<Boolean> holdsVip,
            Observed<ClientCount> clients,
            Observed<ClientFacts> client) {

        /** Creates a pgpool without a client's findings. */
        public PoolNode(
                Node node,
                Observed<List<BackendView>> backends,
                Observed<WatchdogFacts> watchdog,
                Observed<Boolean> holdsVip,
                Observed<ClientCount> clients) {
            this(node, backends, watchdog, holdsVip, clients, Observed.unasked());
        }

        /**
         * The error that pgpool sends to every new client if its main node is not the first backend that is up (pool_read_kind() in
         * pool_auth.c of 4.3). That can last after a backend was cut off and came back, until pgpool is restarted; clients with a pooled
         * connection notice nothing.
         */
        public static final String REFUSAL = "unable to read message kind";

        /** Returns what the pgpool believes of each backend; empty if it did not answer. */
        public List<BackendView> beliefs() {
            return backends.value().orElse(List.of());
        }

        /** Returns what the pgpool believes of one backend; empty if it did not answer. */
        public Optional<BackendView> belief(Node backend) {
            return beliefs().stream()
                    .filter(view -> view.node().equals(backend.name()))
                    .findFirst();
        }

        public boolean refusesClients() {
            return backends.isUnreachable() && backends.reason().contains(REFUSAL);
        }

        /** Returns whether it takes part in the watchdog, but answers no query. */
        public boolean leavesQueriesUnanswered() {
            return backends.isUnreachable() && watchdog.isSeen();
        }

        public boolean hasVip() {
            return holdsVip.value().orElse(false);
        }

        /** Returns this pgpool's own watchdog state as it reports it; empty if it was not seen. */
        public Optional<String> watchdogState() {
            return watchdog.value().flatMap(facts -> facts.member(node.name())).map(WatchdogFacts.Member::state);
        }

        public boolean isLeader() {
            return watchdogState().filter("LEADER"::equals).isPresent();
        }

        public boolean isReachable() {
            return backends.isSeen() || watchdog.isSeen();
        }
    }

    public ClusterState {
        postgres = List.copyOf(postgres);
        pools = List.copyOf(pools);
    }

    /** Creates a snapshot without active faults. */
    public ClusterState(Lab lab, Instant at, List<PostgresNode> postgres, List<PoolNode> pools) {
        this(lab, at, postgres, pools, Faults.NONE);
    }

    /** Creates a snapshot without a client's findings and with unknown circumstances. */
    public ClusterState(Lab lab, Instant at, List<PostgresNode> postgres, List<PoolNode> pools, Faults faults) {
        this(lab, at, postgres, pools, faults, Observed.unasked(), ObservationContext.NONE);
    }

    /** Returns a snapshot with all nodes of the lab, none of which was probed. */
    public static ClusterState nothingKnown(Lab lab, Instant at) {
        var postgres = lab.postgresNodes().stream()
                .map(node -> new PostgresNode(node, Observed.unasked(), Observed.unasked()))
                .toList();
        var pools = lab.pgpoolNodes().stream()
                .map(node -> new PoolNode(
                        node, Observed.unasked(), Observed.unasked(), Observed.unasked(), Observed.unasked()))
                .toList();
        return new ClusterState(lab, at, postgres, pools);
    }

    /** Returns this snapshot with other active faults. */
    public ClusterState with(Faults others) {
        return new ClusterState(lab, at, postgres, pools, others, client, context);
    }

    public PostgresNode postgres(Node node) {
        return postgres.stream()
                .filter(seen -> seen.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    public PoolNode pool(Node node) {
        return pools.stream()
                .filter(seen -> seen.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the pgpools that are not isolated by a fault: an isolated one keeps its beliefs, and receives no commands. */
    public List<PoolNode> connectedPools() {
        return pools.stream()
                .filter(pool -> !faults.has(new Fault.Isolate(pool.node())))
                .toList();
    }

    /** Returns all nodes that report to be primary; a healthy lab has one. */
    public List<Node> primaries() {
        return postgres.stream()
                .filter(PostgresNode::isPrimary)
                .map(PostgresNode::node)
                .toList();
    }

    /** Returns all pgpools with the VIP on their interface; a healthy lab has one. */
    public List<Node> vipHolders() {
        return pools.stream().filter(PoolNode::hasVip).map(PoolNode::node).toList();
    }

    /** Returns all pgpools that report to be the watchdog's leader. */
    public List<Node> leaders() {
        return pools.stream().filter(PoolNode::isLeader).map(PoolNode::node).toList();
    }

    /** Returns the watchdog facts of the leader, the only ones that count for the quorum; empty without exactly one leader. */
    public Optional<WatchdogFacts> leadersWatchdog() {
        var leaders = leaders();
        return leaders.size() == 1 ? pool(leaders.get(0)).watchdog().value() : Optional.empty();
    }
}
