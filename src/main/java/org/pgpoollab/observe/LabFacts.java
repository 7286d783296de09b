package org.pgpoollab.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** All facts of one lab, which together are a snapshot. For one thread. */
final class LabFacts {

    private static final int PAIRS_AT_ONCE = 64;

    private final Lab lab;
    private final List<Postgres> postgres;
    private final List<Pool> pools;
    private final Fact<Faults> faults;
    private final Fact<ClientFacts> client;
    private final Questions questions;

    record Postgres(Node node, Fact<PostgresAnswer> sql, Fact<List<RoleTrouble>> roles, Fact<NodeFiles> files) {

        PostgresNode state() {
            return new PostgresNode(
                    node,
                    sql.known().map(PostgresAnswer::facts),
                    sql.known().map(PostgresAnswer::repmgr),
                    roles.known(),
                    files.known());
        }
    }

    record Pool(
            Node node,
            Fact<PoolAnswer> sql,
            Fact<List<BackendView>> details,
            Fact<WatchdogFacts> watchdog,
            Fact<Boolean> vip,
            Fact<ClientFacts> client) {

        PoolNode state() {
            return new PoolNode(
                    node,
                    PoolAnswer.joined(sql.known(), details.known()),
                    watchdog.known(),
                    vip.known(),
                    clients(),
                    client.known());
        }

        Stream<Fact<?>> facts() {
            return Stream.of(sql, details, watchdog, vip);
        }

        /** Pcp tells of the backends only: whoever answered by it was not asked for its clients. */
        private Observed<ClientCount> clients() {
            var count = sql.known().value().flatMap(PoolAnswer::clients);
            if (sql.known().isSeen() && count.isEmpty()) {
                return Observed.unasked();
            }
            return sql.known().map(seen -> count.orElseThrow());
        }
    }

    LabFacts(Lab lab, Questions questions) {
        this.lab = lab;
        this.questions = questions;
        this.postgres = lab.postgresNodes().stream()
                .map(node -> new Postgres(
                        node,
                        new Fact<>(questions.postgres(node), () -> questions.silentSince(node)),
                        new Fact<>(questions.roles(node)),
                        new Fact<>(questions.files(node))))
                .toList();
        this.faults = new Fact<>(questions.faults());
        this.client = new Fact<>(questions.client());
        this.pools = lab.pgpoolNodes().stream()
                .map(node -> new Pool(
                        node,
                        new Fact<>(questions.pool(node), () -> questions.silentSince(node)),
                        new Fact<>(questions.details(node)),
                        new Fact<>(questions.watchdog(node), () -> questions.silentSince(node)),
                        new Fact<>(questions.vip(node)),
                        new Fact<>(questions.client(node))))
                .toList();
    }

    List<Postgres> postgres() {
        return postgres;
    }

    List<Pool> pools() {
        return pools;
    }

    Fact<Faults> faults() {
        return faults;
    }

    Fact<ClientFacts> client() {
        return client;
    }

    Stream<Fact<?>> all() {
        return Stream.concat(ofServers(), ofClients());
    }

    /** What servers say of themselves and of each other. */
    Stream<Fact<?>> ofServers() {
        var ofNodes = Stream.concat(
                postgres.stream().flatMap(node -> Stream.of(node.sql(), node.files())),
                pools.stream().flatMap(Pool::facts));
        return Stream.concat(Stream.of(faults), ofNodes);
    }

    /** What clients meet. */
    Stream<Fact<?>> ofClients() {
        return Stream.of(
                        Stream.of(client),
                        pools.stream().map(Pool::client),
                        postgres.stream().map(Postgres::roles))
                .flatMap(facts -> facts);
    }

    /**
     * The same facts in groups, each of which may be asked for at one time. For an answer a pgpool opens sessions with all of its backends:
     * more of them at once than the machine can start would all come too late, and well nodes be called silent.
     */
    List<List<Fact<?>>> groups() {
        var groups = new ArrayList<List<Fact<?>>>();
        var most = Math.max(1, PAIRS_AT_ONCE / Math.max(1, lab.postgresCount()));
        for (var from = 0; from < pools.size(); from += most) {
            groups.add(pools.subList(from, Math.min(pools.size(), from + most)).stream()
                    .flatMap(pool -> Stream.concat(pool.facts(), Stream.of(pool.client())))
                    .collect(Collectors.toList()));
        }
        var ofPools = groups.stream().flatMap(List::stream).toList();
        all().filter(fact -> !ofPools.contains(fact)).forEach(groups.get(0)::add);
        return groups;
    }

    ClusterState state(Instant at) {
        return new ClusterState(
                lab,
                at,
                postgres.stream().map(Postgres::state).toList(),
                pools.stream().map(Pool::state).toList(),
                faults.known().value().orElse(Faults.NONE),
                client.known(),
                context());
    }

    /** The other labs matter, and are looked for, only where there is too little of the machine. */
    private ObservationContext context() {
        var machine = ProcessorTime.running().machine();
        return new ObservationContext(
                questions.isStarting(), machine, machine.isTooBusy() ? questions.otherLabs() : List.of());
    }
}
