package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Everything that was seen of a lab at one moment, each fact with its own age. Nodes stand in the lab's order.
 *
 * @param faults what was broken on purpose and is not healed
 * @param client what a client meets that comes through the VIP; not asked at every look
 * @param context under which circumstances it was seen
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
     * @param says what PostgreSQL says of itself
     * @param roles the roles of the lab that it would refuse; not asked at every look
     * @param files why it does not run, or gets no WAL, as far as its files tell
     */
    public record PostgresNode(
            Node node,
            Observed<PostgresFacts> says,
            Observed<RepmgrFacts> repmgr,
            Observed<List<RoleTrouble>> roles,
            Observed<NodeFiles> files) {

        /** A node of which no more is known. */
        public PostgresNode(Node node, Observed<PostgresFacts> says, Observed<RepmgrFacts> repmgr) {
            this(node, says, repmgr, Observed.unasked(), Observed.unasked());
        }

        /** Said with the silence of a server that does not run. */
        public static final String NO_DATA = "it has no data";

        public static final String WOULD_LEAD = "it would start as a primary";

        /** Whether it is silent because there is nothing that could be started. */
        public boolean hasNoData() {
            return says.isUnreachable() && says.reason().contains(NO_DATA);
        }

        /** Whether it does not run, and would be a primary if it were started as it is. */
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
     * @param watchdog unreachable with a reason if the lab has but one pgpool
     * @param holdsVip whether the VIP is among the addresses of the node's interface
     * @param clients how many sessions it serves
     * @param client what a client meets that comes to this pgpool; not asked at every look
     */
    public record PoolNode(
            Node node,
            Observed<List<BackendView>> backends,
            Observed<WatchdogFacts> watchdog,
            Observed<Boolean> holdsVip,
            Observed<ClientCount> clients,
            Observed<ClientFacts> client) {

        /** A pgpool that no client came to. */
        public PoolNode(
                Node node,
                Observed<List<BackendView>> backends,
                Observed<WatchdogFacts> watchdog,
                Observed<Boolean> holdsVip,
                Observed<ClientCount> clients) {
            this(node, backends, watchdog, holdsVip, clients, Observed.unasked());
        }

        /**
         * What pgpool tells every new client when its main node is another than the first backend that it holds up
         * (pool_read_kind() in pool_auth.c of 4.3). That can remain so after a backend was cut off and came back, until pgpool begins
         * anew; clients that it serves from its pool notice nothing.
         */
        public static final String REFUSAL = "unable to read message kind";

        public boolean refusesClients() {
            return backends.isUnreachable() && backends.reason().contains(REFUSAL);
        }

        public boolean hasVip() {
            return holdsVip.value().orElse(false);
        }

        /** This pgpool's own watchdog state in its own words; empty if it was not seen. */
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

    /** A snapshot in which nothing was broken on purpose. */
    public ClusterState(Lab lab, Instant at, List<PostgresNode> postgres, List<PoolNode> pools) {
        this(lab, at, postgres, pools, Faults.NONE);
    }

    /** A snapshot that no client was asked for, and of whose circumstances nothing is known. */
    public ClusterState(Lab lab, Instant at, List<PostgresNode> postgres, List<PoolNode> pools, Faults faults) {
        this(lab, at, postgres, pools, faults, Observed.unasked(), ObservationContext.NONE);
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

    /** The pgpools that were not isolated on purpose: one that was goes on believing what it believed, and can be told nothing. */
    public List<PoolNode> connectedPools() {
        return pools.stream()
                .filter(pool -> !faults.has(new Fault.Isolate(pool.node())))
                .toList();
    }

    /** All nodes that say they are primary: one when all is well. */
    public List<Node> primaries() {
        return postgres.stream()
                .filter(PostgresNode::isPrimary)
                .map(PostgresNode::node)
                .toList();
    }

    /** All pgpools with the VIP on their interface: one when all is well. */
    public List<Node> vipHolders() {
        return pools.stream().filter(PoolNode::hasVip).map(PoolNode::node).toList();
    }

    /** All pgpools that say they are the watchdog's leader. */
    public List<Node> leaders() {
        return pools.stream().filter(PoolNode::isLeader).map(PoolNode::node).toList();
    }

    /** The leader's watchdog facts: the only ones whose word on the quorum counts. Empty without exactly one leader. */
    public Optional<WatchdogFacts> leadersWatchdog() {
        var leaders = leaders();
        return leaders.size() == 1 ? pool(leaders.get(0)).watchdog().value() : Optional.empty();
    }
}
