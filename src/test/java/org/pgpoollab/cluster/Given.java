package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Credentials;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.topology.TimingProfile;

/**
 * Builds a snapshot for tests in a few words: {@code given().primary("pg-0").standby("pg-1").pool("pgpool-0").state()}. Everything else is
 * as in a healthy lab: standbys stream from the first primary, every pgpool has every backend up, the first pgpool leads and holds the VIP.
 * Each method that adds a problem changes exactly one thing, and leaves the rest healthy.
 */
public final class Given {

    /** The time of every snapshot that sets no other. */
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static final Instant BOOT = NOW.minus(Duration.ofHours(1));

    private final TreeMap<Node, Postgres> postgres = new TreeMap<>();
    private final TreeMap<Node, Pool> pools = new TreeMap<>();
    private Faults faults = Faults.NONE;
    private ObservationContext context = ObservationContext.NONE;
    private final List<String> strangers = new ArrayList<>();
    private String quorum = "";
    private Instant now = NOW;
    private Observed<ClientFacts> client = Observed.unasked();

    private static final class Postgres {
        boolean primary;
        int timeline = 1;
        Lsn lsn = Lsn.parse("0/3000148");
        String receiver = "streaming";
        String upstream = "";
        Instant heardAt = Instant.MAX;
        boolean sentTo = true;
        boolean repmgrd = true;
        Instant startedAt = BOOT;
        boolean paused;
        PostgresFacts.Connections connections = new PostgresFacts.Connections(20, 2000);
        final List<PostgresFacts.Slot> slots = new ArrayList<>();
        UnaryOperator<ServerFacts> server = UnaryOperator.identity();
        Observed<List<RoleTrouble>> roles = Observed.unasked();
        Observed<NodeFiles> files = Observed.unasked();
        Observed<PostgresFacts> instead;
        Observed<RepmgrFacts> repmgrInstead;
        UnaryOperator<RepmgrFacts.Row> row = UnaryOperator.identity();
    }

    private static final class Pool {
        String watchdog = "STANDBY";
        boolean vip;
        Observed<List<BackendView>> backendsInstead;
        Observed<WatchdogFacts> watchdogInstead;
        Observed<Boolean> vipInstead;
        ClientCount clients = new ClientCount(0, 32, 2);
        Observed<ClientFacts> client = Observed.unasked();
        final List<UnaryOperator<BackendView>> beliefs = new ArrayList<>();
    }

    public static Given given() {
        return new Given();
    }

    /** Creates three PostgreSQL nodes with pg-0 as the primary, and three pgpools with pgpool-0 as the leader and holder of the VIP. */
    public static Given healthy() {
        return healthy(3, 3);
    }

    public static Given healthy(int postgresCount, int pgpoolCount) {
        var given = given().primary("pg-0");
        for (var index = 1; index < postgresCount; index++) {
            given.standby("pg-" + index);
        }
        for (var index = 0; index < pgpoolCount; index++) {
            given.pool("pgpool-" + index);
        }
        return given;
    }

    /** Returns the time that many seconds before the snapshot. */
    public static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }

    /** Sets the time of the snapshot to that long after {@link #NOW}; every fact that is seen is seen then. */
    public Given after(Duration span) {
        now = NOW.plus(span);
        return this;
    }

    public Given primary(String node) {
        return postgres(node, seen -> seen.primary = true);
    }

    public Given primary(String node, String lsn) {
        return primary(node).lsn(node, lsn);
    }

    public Given standby(String node) {
        return postgres(node, seen -> seen.primary = false);
    }

    public Given standby(String node, String lsn) {
        return standby(node).lsn(node, lsn);
    }

    /** Adds a pgpool; the first one that is added leads and holds the VIP. */
    public Given pool(String node) {
        var first = pools.isEmpty();
        return pool(node, pool -> {
            pool.vip = first;
            pool.watchdog = first ? "LEADER" : "STANDBY";
        });
    }

    public Given lsn(String node, String lsn) {
        return postgres(node, seen -> seen.lsn = Lsn.parse(lsn));
    }

    public Given timeline(String node, int timeline) {
        return postgres(node, seen -> seen.timeline = timeline);
    }

    public Given clients(String pool, int connected) {
        return pool(pool, seen -> seen.clients = new ClientCount(connected, 32, 2));
    }

    /** Removes the standby's WAL receiver, and the WAL sender for it. */
    public Given notStreaming(String node) {
        return receiver(node, "").notSentTo(node);
    }

    public Given receiver(String node, String receiver) {
        return postgres(node, seen -> seen.receiver = receiver);
    }

    public Given upstream(String node, String upstream) {
        return postgres(node, seen -> seen.upstream = upstream);
    }

    public Given heardAt(String node, Instant at) {
        return postgres(node, seen -> seen.heardAt = at);
    }

    /** Makes the standby report that it streams, while its upstream does not know it. */
    public Given notSentTo(String node) {
        return postgres(node, seen -> seen.sentTo = false);
    }

    /** Makes a PostgreSQL node, with its repmgr, or a pgpool not answer; what others believe of it stays as it was. */
    public Given silent(String node, String reason, Instant since) {
        var parsed = Node.parse(node).orElseThrow();
        if (parsed.isPostgres()) {
            return postgres(node, seen -> {
                seen.instead = Observed.unreachable(reason, since);
                seen.repmgrInstead = Observed.unreachable(reason, since);
            });
        }
        return queriesUnanswered(node, reason, since).pool(node, pool -> {
            pool.watchdogInstead = Observed.unreachable(reason, since);
            pool.vip = false;
        });
    }

    public Given silent(String node) {
        return silent(node, "connection refused", ago(4));
    }

    /** Makes a node not answer after all others have noticed: pgpools have it down, repmgr has it inactive, the watchdog has lost it. */
    public Given stopped(String node) {
        silent(node);
        if (Node.parse(node).orElseThrow().isPgpool()) {
            return watchdog(node, "SHUTDOWN");
        }
        return notSentTo(node).status(node, "down").repmgrActive(node, false);
    }

    /** Makes the result of a node's probes uncertain. */
    public Given undecided(String node) {
        var reason = "this machine is too busy";
        if (Node.parse(node).orElseThrow().isPostgres()) {
            return postgres(node, seen -> {
                seen.instead = Observed.unknown(reason);
                seen.repmgrInstead = Observed.unknown(reason);
            });
        }
        return pool(node, pool -> {
            pool.backendsInstead = Observed.unknown(reason);
            pool.watchdogInstead = Observed.unknown(reason);
        });
    }

    public Given unasked(String node) {
        if (Node.parse(node).orElseThrow().isPostgres()) {
            return postgres(node, seen -> {
                seen.instead = Observed.unasked();
                seen.repmgrInstead = Observed.unasked();
            });
        }
        return pool(node, pool -> {
            pool.backendsInstead = Observed.unasked();
            pool.watchdogInstead = Observed.unasked();
            pool.vipInstead = Observed.unasked();
        });
    }

    /** Has every pgpool's configuration name a pgpool that the lab does not have. */
    public Given counting(String name) {
        strangers.add(name);
        return this;
    }

    public Given queriesUnanswered(String pool, String reason, Instant since) {
        return pool(pool, seen -> seen.backendsInstead = Observed.unreachable(reason, since));
    }

    public Given pcpUnanswered(String pool, String reason, Instant since) {
        return pool(pool, seen -> seen.watchdogInstead = Observed.unreachable(reason, since));
    }

    public Given vipUnseen(String pool, String reason, Instant since) {
        return pool(pool, seen -> seen.vipInstead = Observed.unreachable(reason, since));
    }

    public Given repmgrdStopped(String node) {
        return postgres(node, seen -> seen.repmgrd = false);
    }

    /** Makes the node's PostgreSQL server a newer one. */
    public Given serverStartedAt(String node, Instant at) {
        return postgres(node, seen -> seen.startedAt = at);
    }

    public Given repmgrdPaused(String node) {
        return postgres(node, seen -> seen.paused = true);
    }

    /** Adds a replication slot without a consumer. */
    public Given idleSlot(String node, String name, long held) {
        return postgres(node, seen -> seen.slots.add(new PostgresFacts.Slot(name, false, false, held)));
    }

    /** Adds a replication slot whose WAL is gone. */
    public Given lostSlot(String node, String name) {
        return postgres(node, seen -> seen.slots.add(new PostgresFacts.Slot(name, false, true, 0)));
    }

    public Given connections(String node, int used, int most) {
        return postgres(node, seen -> seen.connections = new PostgresFacts.Connections(used, most));
    }

    /** Changes other facts that a node's server reports. */
    public Given server(String node, UnaryOperator<ServerFacts> change) {
        return postgres(node, seen -> {
            var before = seen.server;
            seen.server = facts -> change.apply(before.apply(facts));
        });
    }

    /** Sets the primary's {@code synchronous_standby_names}, and for how many seconds a session has waited; none if negative. */
    public Given commitsWait(String names, int seconds) {
        var commits =
                seconds < 0 ? new CommitFacts(names) : new CommitFacts(names, 2, "lab psql 10.77.0.20", ago(seconds));
        return server(
                firstPrimary(),
                facts -> new ServerFacts(
                        facts.system(),
                        facts.slot(),
                        facts.replayPaused(),
                        facts.readOnly(),
                        facts.limits(),
                        commits,
                        facts.archiver(),
                        facts.senders()));
    }

    public Given replayPaused(String node) {
        return server(
                node,
                facts -> new ServerFacts(
                        facts.system(),
                        facts.slot(),
                        true,
                        facts.readOnly(),
                        facts.limits(),
                        facts.commits(),
                        facts.archiver(),
                        facts.senders()));
    }

    /** Sets the identifier of the cluster that the node's data belongs to. */
    public Given system(String node, String identifier) {
        return server(
                node,
                facts -> new ServerFacts(
                        identifier,
                        facts.slot(),
                        facts.replayPaused(),
                        facts.readOnly(),
                        facts.limits(),
                        facts.commits(),
                        facts.archiver(),
                        facts.senders()));
    }

    /** Sets a setting that a standby must have no lower than its primary. */
    public Given limit(String node, String name, int value) {
        return server(
                node,
                facts -> new ServerFacts(
                        facts.system(),
                        facts.slot(),
                        facts.replayPaused(),
                        facts.readOnly(),
                        Map.of(name, value),
                        facts.commits(),
                        facts.archiver(),
                        facts.senders()));
    }

    /** Sets the facts from a node's files. */
    public Given files(String node, NodeFiles files) {
        return postgres(node, seen -> seen.files = Observed.seen(files, now));
    }

    /** Adds a role that the primary would refuse. */
    public Given roleTrouble(String role, RoleTrouble.Kind kind) {
        return postgres(firstPrimary(), seen -> seen.roles = Observed.seen(List.of(new RoleTrouble(role, kind)), now));
    }

    /** Lets a client log in through the VIP and through every pgpool. */
    public Given clientsServed() {
        client = Observed.seen(ClientFacts.WORKS, now);
        pools.values().forEach(pool -> pool.client = Observed.seen(ClientFacts.WORKS, now));
        return this;
    }

    public Given clientRefused(String pool, String reason) {
        return pool(pool, seen -> seen.client = Observed.unreachable(reason, ago(2)));
    }

    public Given vipClientRefused(String reason) {
        client = Observed.unreachable(reason, ago(2));
        return this;
    }

    public Given vipClient(ClientFacts met) {
        client = Observed.seen(met, now);
        return this;
    }

    public Given repmgrUnseen(String node, String reason, Instant since) {
        return postgres(node, seen -> seen.repmgrInstead = Observed.unreachable(reason, since));
    }

    public Given repmgrActive(String node, boolean active) {
        return repmgrRow(node, row -> new RepmgrFacts.Row(row.id(), row.name(), row.type(), active, row.upstream()));
    }

    public Given repmgrType(String node, String type, String upstream) {
        return repmgrRow(
                node,
                row -> new RepmgrFacts.Row(row.id(), row.name(), ReplicationRole.parse(type), row.active(), upstream));
    }

    public Given vipOn(String... holders) {
        pools.forEach((node, pool) -> pool.vip = List.of(holders).contains(node.name()));
        return this;
    }

    /** Makes this pgpool the leader, and the former leader a standby. The VIP stays where it is. */
    public Given leader(String leader) {
        pools.values().stream()
                .filter(pool -> pool.watchdog.equals("LEADER"))
                .forEach(pool -> pool.watchdog = "STANDBY");
        return watchdog(leader, "LEADER");
    }

    /** Sets the state of one pgpool in the watchdog, as all pgpools see it. */
    public Given watchdog(String pool, String state) {
        return pool(pool, seen -> seen.watchdog = state);
    }

    public Given quorum(String quorum) {
        this.quorum = quorum;
        return this;
    }

    /** Sets what every pgpool believes of a backend's status. */
    public Given status(String backend, String status) {
        pools.keySet().forEach(pool -> status(pool.name(), backend, status));
        return this;
    }

    public Given status(String pool, String backend, String status) {
        return belief(
                pool,
                backend,
                view -> with(view, BackendStatus.parse(status), view.pgStatus(), view.role(), view.pgRole()));
    }

    /** Sets whether this pgpool finds the backend up or down when it queries it just now. */
    public Given pgStatus(String pool, String backend, String pgStatus) {
        return belief(pool, backend, view -> with(view, view.status(), pgStatus, view.role(), view.pgRole()));
    }

    /** Sets how many SELECTs this pgpool has sent to the backend. */
    public Given selects(String pool, String backend, long selects) {
        return belief(
                pool,
                backend,
                view -> new BackendView(
                        view.backend(),
                        view.node(),
                        view.status(),
                        view.pgStatus(),
                        view.role(),
                        view.pgRole(),
                        view.weight(),
                        selects,
                        view.loadBalanceNode(),
                        view.replicationDelay(),
                        view.replicationState(),
                        view.replicationSyncState(),
                        view.lastStatusChange()));
    }

    public Given role(String pool, String backend, String role) {
        return belief(
                pool,
                backend,
                view -> with(view, view.status(), view.pgStatus(), ReplicationRole.parse(role), view.pgRole()));
    }

    public ClusterState state() {
        var seenPostgres = postgres.keySet().stream()
                .map(node -> new ClusterState.PostgresNode(
                        node, says(node), repmgr(node), postgres.get(node).roles, postgres.get(node).files))
                .toList();
        var seenPools = pools.keySet().stream()
                .map(node -> new ClusterState.PoolNode(
                        node, backends(node), watchdog(node), vip(node), clients(node), pools.get(node).client))
                .toList();
        return new ClusterState(lab(), now, seenPostgres, seenPools, faults, client, context);
    }

    public Given context(ObservationContext seen) {
        context = seen;
        return this;
    }

    /** Adds a fault. Its effects on the nodes have to be added separately. */
    public Given fault(String text) {
        faults = faults.with(FaultText.parse(text).orElseThrow());
        return this;
    }

    public Given hiddenFault(String text) {
        faults = faults.withHidden(FaultText.parse(text).orElseThrow());
        return this;
    }

    /** Removes all faults, and leaves their effects. */
    public Given healed() {
        faults = Faults.NONE;
        return this;
    }

    /** Returns the lab with the nodes of this snapshot; its name is demo. */
    public Lab lab() {
        return lab(postgres.size(), pools.size());
    }

    public static Lab lab(int postgresCount, int pgpoolCount) {
        return new Lab(
                "demo",
                EngineKind.NATIVE,
                postgresCount,
                pgpoolCount,
                new AddressPlan("10.77.0", "10.77.0.200"),
                new Credentials("lab", "secret", "secret"),
                TimingProfile.FAST.timing(),
                Settings.NONE);
    }

    private Given postgres(String name, Consumer<Postgres> change) {
        var node = Node.parse(name).filter(Node::isPostgres).orElseThrow();
        change.accept(postgres.computeIfAbsent(node, absent -> new Postgres()));
        return this;
    }

    private Given pool(String name, Consumer<Pool> change) {
        var node = Node.parse(name).filter(Node::isPgpool).orElseThrow();
        change.accept(pools.computeIfAbsent(node, absent -> new Pool()));
        return this;
    }

    private Given repmgrRow(String node, UnaryOperator<RepmgrFacts.Row> change) {
        return postgres(node, seen -> seen.row = change);
    }

    private Given belief(String pool, String backend, UnaryOperator<BackendView> change) {
        return pool(pool, seen -> seen.beliefs.add(view -> view.node().equals(backend) ? change.apply(view) : view));
    }

    private String firstPrimary() {
        return postgres.entrySet().stream()
                .filter(entry -> entry.getValue().primary)
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElse("");
    }

    private String upstreamOf(Node node) {
        var seen = postgres.get(node);
        return seen.upstream.isEmpty() ? firstPrimary() : seen.upstream;
    }

    private Observed<PostgresFacts> says(Node node) {
        var seen = postgres.get(node);
        if (seen.instead != null) {
            return seen.instead;
        }
        var receiver = seen.primary ? "" : seen.receiver;
        var upstream = receiver.isEmpty() ? "" : upstreamOf(node);
        var facts = new PostgresFacts(
                !seen.primary,
                seen.timeline,
                seen.lsn,
                seen.lsn,
                seen.startedAt,
                receiver,
                upstream,
                seen.heardAt,
                standbysOf(node),
                seen.slots,
                seen.connections,
                seen.server.apply(ServerFacts.WELL));
        return Observed.seen(facts, now);
    }

    private List<PostgresFacts.StandbyFacts> standbysOf(Node upstream) {
        return postgres.entrySet().stream()
                .filter(entry -> !entry.getValue().primary && entry.getValue().sentTo)
                .filter(entry -> upstreamOf(entry.getKey()).equals(upstream.name()))
                .map(entry -> new PostgresFacts.StandbyFacts(
                        entry.getKey().name(), "streaming", "async", entry.getValue().lsn))
                .toList();
    }

    private Observed<RepmgrFacts> repmgr(Node node) {
        var seen = postgres.get(node);
        if (seen.repmgrInstead != null) {
            return seen.repmgrInstead;
        }
        var rows = postgres.keySet().stream().map(this::row).toList();
        return Observed.seen(new RepmgrFacts(seen.repmgrd, seen.paused, rows), now);
    }

    private RepmgrFacts.Row row(Node node) {
        var seen = postgres.get(node);
        var type = ReplicationRole.of(seen.primary);
        var upstream = seen.primary ? "" : upstreamOf(node);
        return seen.row.apply(new RepmgrFacts.Row(node.repmgrId(), node.name(), type, true, upstream));
    }

    private Observed<List<BackendView>> backends(Node pool) {
        var seen = pools.get(pool);
        if (seen.backendsInstead != null) {
            return seen.backendsInstead;
        }
        return Observed.seen(
                postgres.keySet().stream().map(node -> view(seen, node)).toList(), now);
    }

    private BackendView view(Pool pool, Node node) {
        var role = ReplicationRole.of(node.name().equals(firstPrimary()));
        var state = role == ReplicationRole.STANDBY ? "streaming" : "";
        var sync = role == ReplicationRole.STANDBY ? "async" : "";
        var view = new BackendView(
                node.index(),
                node.name(),
                BackendStatus.UP,
                "up",
                role,
                role.toString(),
                "0.333333",
                0,
                node.index() == 1,
                "0",
                state,
                sync,
                "2026-01-01 11:00:00");
        for (var belief : pool.beliefs) {
            view = belief.apply(view);
        }
        return view;
    }

    private Observed<WatchdogFacts> watchdog(Node node) {
        if (pools.size() == 1) {
            return Observed.unreachable("the lab has one pgpool and no watchdog", BOOT);
        }
        var seen = pools.get(node);
        if (seen.watchdogInstead != null) {
            return seen.watchdogInstead;
        }
        var members = Stream.concat(
                        pools.entrySet().stream()
                                .map(entry -> new WatchdogFacts.Member(
                                        entry.getKey().name(), entry.getValue().watchdog, "MEMBER")),
                        strangers.stream().map(name -> new WatchdogFacts.Member(name, "DEAD", "MEMBER")))
                .toList();
        return Observed.seen(new WatchdogFacts(quorumWord(), leaderName(node), members.size() / 2 + 1, members), now);
    }

    /** Returns the leader that a node reports: itself if it leads, as on each side of a split brain, else the first leader. */
    private String leaderName(Node node) {
        if (pools.get(node).watchdog.equals("LEADER")) {
            return node.name();
        }
        return pools.entrySet().stream()
                .filter(entry -> entry.getValue().watchdog.equals("LEADER"))
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElse("");
    }

    private String quorumWord() {
        if (!quorum.isEmpty()) {
            return quorum;
        }
        var alive = pools.values().stream()
                .filter(pool -> List.of("LEADER", "STANDBY").contains(pool.watchdog))
                .count();
        return alive >= lab().quorum() ? "QUORUM EXIST" : "QUORUM ABSENT";
    }

    private Observed<ClientCount> clients(Node node) {
        var seen = pools.get(node);
        return backends(node).map(beliefs -> seen.clients);
    }

    private Observed<Boolean> vip(Node node) {
        var seen = pools.get(node);
        return seen.vipInstead != null ? seen.vipInstead : Observed.seen(seen.vip, now);
    }

    private static BackendView with(
            BackendView view, BackendStatus status, String pgStatus, ReplicationRole role, String pgRole) {
        return new BackendView(
                view.backend(),
                view.node(),
                status,
                pgStatus,
                role,
                pgRole,
                view.weight(),
                view.selects(),
                view.loadBalanceNode(),
                view.replicationDelay(),
                view.replicationState(),
                view.replicationSyncState(),
                view.lastStatusChange());
    }
}
