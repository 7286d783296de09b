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
import org.pgpoollab.topology.Server;

/** Holds the probe results of one lab, which together make a snapshot. For one thread. */
final class LabProbeResults {

    private static final int PAIRS_AT_ONCE = 64;

    private final Lab lab;
    private final List<Postgres> postgres;
    private final List<Pool> pools;
    private final ProbeResult<Faults> faults;
    private final ProbeResult<ClientFacts> client;
    private final ProbeSet probes;

    record Postgres(
            Node node,
            ProbeResult<PostgresAnswer> sql,
            ProbeResult<List<RoleTrouble>> roles,
            ProbeResult<NodeFiles> files) {

        PostgresNode state(Faults imposed, Instant at) {
            var answer = certain(sql.known(), imposed.freezes(node, Server.POSTGRES), at);
            return new PostgresNode(
                    node,
                    answer.map(PostgresAnswer::facts),
                    answer.map(PostgresAnswer::repmgr),
                    roles.known(),
                    files.known());
        }
    }

    record Pool(
            Node node,
            ProbeResult<PoolAnswer> sql,
            ProbeResult<List<BackendView>> details,
            ProbeResult<WatchdogFacts> watchdog,
            ProbeResult<Boolean> vip,
            ProbeResult<ClientFacts> client) {

        PoolNode state(Faults imposed, Instant at) {
            var isFrozen = imposed.freezes(node, Server.PGPOOL);
            return new PoolNode(
                    node,
                    certain(PoolAnswer.joined(sql.known(), details.known()), isFrozen, at),
                    certain(watchdog.known(), isFrozen, at),
                    vip.known(),
                    clients(),
                    client.known());
        }

        Stream<ProbeResult<?>> facts() {
            return Stream.of(sql, details, watchdog, vip);
        }

        /** Returns the client count. A pgpool that was read by pcp gave none, because pcp reports only the backends. */
        private Observed<ClientCount> clients() {
            var count = sql.known().map(PoolAnswer::clients);
            return count.value().filter(ClientCount.UNKNOWN::equals).isPresent() ? Observed.unasked() : count;
        }
    }

    /** A frozen server cannot answer, even if the machine is too busy to wait for that. */
    private static <T> Observed<T> certain(Observed<T> known, boolean isFrozen, Instant at) {
        return isFrozen && !known.isSeen() && !known.isUnreachable()
                ? Observed.unreachable(ProbeFailureText.FROZEN, at)
                : known;
    }

    LabProbeResults(Lab lab, ProbeSet probes) {
        this.lab = lab;
        this.probes = probes;
        this.postgres = lab.postgresNodes().stream()
                .map(node -> new Postgres(
                        node,
                        new ProbeResult<>(probes.postgres(node), () -> probes.silentSince(node)),
                        new ProbeResult<>(probes.roles(node)),
                        new ProbeResult<>(probes.files(node))))
                .toList();
        this.faults = new ProbeResult<>(probes.faults());
        this.client = new ProbeResult<>(probes.client());
        this.pools = lab.pgpoolNodes().stream()
                .map(node -> new Pool(
                        node,
                        new ProbeResult<>(probes.pool(node), () -> probes.silentSince(node)),
                        new ProbeResult<>(probes.details(node)),
                        new ProbeResult<>(probes.watchdog(node), () -> probes.silentSince(node)),
                        new ProbeResult<>(probes.vip(node)),
                        new ProbeResult<>(probes.client(node))))
                .toList();
    }

    List<Postgres> postgres() {
        return postgres;
    }

    List<Pool> pools() {
        return pools;
    }

    ProbeResult<Faults> faults() {
        return faults;
    }

    ProbeResult<ClientFacts> client() {
        return client;
    }

    Stream<ProbeResult<?>> all() {
        return Stream.concat(ofServers(), ofClients());
    }

    /** Returns the results of the probes that ask servers about themselves and about each other. */
    Stream<ProbeResult<?>> ofServers() {
        var ofNodes = Stream.concat(
                postgres.stream().flatMap(node -> Stream.of(node.sql(), node.files())),
                pools.stream().flatMap(Pool::facts));
        return Stream.concat(Stream.of(faults), ofNodes);
    }

    /** Returns the results of the probes that act as clients, or that check the roles that clients use. */
    Stream<ProbeResult<?>> ofClients() {
        return Stream.of(
                        Stream.of(client),
                        pools.stream().map(Pool::client),
                        postgres.stream().map(Postgres::roles))
                .flatMap(facts -> facts);
    }

    /**
     * Returns all results in groups, each of which may be probed at one time. For an answer, a pgpool opens sessions with all its backends.
     * If too many of these start at once, all answers come too late and healthy nodes appear silent.
     */
    List<List<ProbeResult<?>>> groups() {
        var groups = new ArrayList<List<ProbeResult<?>>>();
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
        var imposed = faults.known().value().orElse(Faults.NONE);
        return new ClusterState(
                lab,
                at,
                postgres.stream().map(node -> node.state(imposed, at)).toList(),
                pools.stream().map(pool -> pool.state(imposed, at)).toList(),
                imposed,
                client.known(),
                context());
    }

    /** Returns whether a process is just starting the lab. */
    boolean isStarting() {
        return probes.isStarting();
    }

    /** Returns the context of the snapshot. It looks for other labs only if the machine is too busy. */
    private ObservationContext context() {
        var machine = ProcessorTime.running().machine();
        return new ObservationContext(
                probes.isStarting(),
                machine,
                machine.isTooBusy() ? probes.otherLabs() : List.of(),
                probes.isUnfinished(),
                probes.room(),
                probes.hostTroubles(),
                probes.versions());
    }
}
