package org.pgpoollab.observe;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.LookContext;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** All facts of one lab, which together are a snapshot. For one thread. */
final class LabFacts {

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
                pools.stream().flatMap(pool -> Stream.of(pool.sql(), pool.details(), pool.watchdog(), pool.vip())));
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

    ClusterState state(Instant at) {
        return new ClusterState(
                lab,
                at,
                postgres.stream().map(Postgres::state).toList(),
                pools.stream().map(Pool::state).toList(),
                faults.known().value().orElse(Faults.NONE),
                client.known(),
                new LookContext(questions.isStarting(), ProcessorTime.running().machine()));
    }
}
