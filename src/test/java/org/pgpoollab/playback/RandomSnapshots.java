package org.pgpoollab.playback;

import static org.pgpoollab.cluster.Given.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.pgpoollab.cluster.ArchiverFacts;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.CommitFacts;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.ServerFacts;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/** Makes snapshots with any value in any field, so that a field that is left out, or read in another order, is noticed. */
final class RandomSnapshots {

    private static final String LETTERS = "aä漢 \"'\t0";

    private final Random random;
    private final Lab lab;

    RandomSnapshots(long seed) {
        this.random = new Random(seed);
        var options = LabOptions.NONE
                .with(LabKey.POSTGRES, String.valueOf(1 + random.nextInt(4)))
                .with(LabKey.PGPOOL, String.valueOf(1 + random.nextInt(4)));
        var text = LabFile.withoutSecrets(LabFile.withoutFile(options).lab());
        this.lab = LabFile.recorded("lab.yaml", text);
    }

    Lab lab() {
        return lab;
    }

    /** Returns a snapshot that shares some facts with the one before. */
    SnapshotRecord next(SnapshotRecord before, Instant at) {
        var state = before.state();
        var postgres = state.postgres().stream().map(node -> postgres(node, at)).toList();
        var pools = state.pools().stream().map(pool -> pool(pool, at)).toList();
        var next = new ClusterState(
                lab,
                at,
                postgres,
                pools,
                keep() ? state.faults() : faults(),
                observed(state.client(), at, this::client),
                keep() ? state.context() : context());
        return new SnapshotRecord(next, keep() ? before.load() : load(before.load()));
    }

    private boolean keep() {
        return random.nextBoolean();
    }

    private PostgresNode postgres(PostgresNode before, Instant at) {
        return new PostgresNode(
                before.node(),
                observed(before.says(), at, this::facts),
                observed(before.repmgr(), at, this::repmgr),
                observed(before.roles(), at, () -> list(this::role)),
                observed(before.files(), at, this::files));
    }

    private PoolNode pool(PoolNode before, Instant at) {
        return new PoolNode(
                before.node(),
                observed(before.backends(), at, () -> list(this::backend)),
                observed(before.watchdog(), at, this::watchdog),
                observed(before.holdsVip(), at, random::nextBoolean),
                observed(before.clients(), at, () -> new ClientCount(whole(), whole(), whole())),
                observed(before.client(), at, this::client));
    }

    private <T> Observed<T> observed(Observed<T> before, Instant at, Supplier<T> value) {
        return switch (random.nextInt(6)) {
            case 0 -> before;
            case 1 -> before.value().map(same -> Observed.seen(same, at)).orElse(before);
            case 2 -> Observed.unreachable(text(), time());
            case 3 -> Observed.unknown(text());
            default -> Observed.seen(value.get(), time());
        };
    }

    private PostgresFacts facts() {
        return new PostgresFacts(
                random.nextBoolean(),
                whole(),
                lsn(),
                lsn(),
                time(),
                text(),
                text(),
                anyTime(),
                list(() -> new PostgresFacts.StandbyFacts(text(), text(), text(), lsn())),
                list(() ->
                        new PostgresFacts.Slot(text(), random.nextBoolean(), random.nextBoolean(), random.nextLong())),
                new PostgresFacts.Connections(whole(), whole()),
                server());
    }

    private ServerFacts server() {
        var limits = new LinkedHashMap<String, Integer>();
        list(this::text).forEach(name -> limits.put(name, whole()));
        return new ServerFacts(
                text(),
                text(),
                random.nextBoolean(),
                random.nextBoolean(),
                limits,
                new CommitFacts(text(), whole(), text(), anyTime()),
                new ArchiverFacts(text(), anyTime(), random.nextLong()),
                new ServerFacts.SenderCount(whole(), whole()));
    }

    private RepmgrFacts repmgr() {
        return new RepmgrFacts(
                random.nextBoolean(),
                random.nextBoolean(),
                list(() -> new RepmgrFacts.Row(
                        whole(), text(), one(ReplicationRole.values()), random.nextBoolean(), text())));
    }

    private RoleTrouble role() {
        return new RoleTrouble(text(), one(RoleTrouble.Kind.values()));
    }

    private NodeFiles files() {
        return new NodeFiles(
                random.nextBoolean(),
                random.nextBoolean(),
                text(),
                text(),
                text(),
                text(),
                one(NodeFiles.Rewind.values()),
                text(),
                new TimelineHistory(list(() -> new TimelineHistory.Span(whole(), lsn(), lsn()))),
                new NodeFiles.Replayed(whole(), lsn(), random.nextBoolean()),
                random.nextBoolean(),
                random.nextLong());
    }

    private BackendView backend() {
        return new BackendView(
                whole(),
                text(),
                one(BackendStatus.values()),
                text(),
                one(ReplicationRole.values()),
                text(),
                text(),
                random.nextLong(),
                random.nextBoolean(),
                text(),
                text(),
                text(),
                text());
    }

    private WatchdogFacts watchdog() {
        return new WatchdogFacts(
                text(), text(), random.nextInt(9), list(() -> new WatchdogFacts.Member(text(), text(), text())));
    }

    private ClientFacts client() {
        return new ClientFacts(random.nextBoolean(), random.nextBoolean(), text());
    }

    private Faults faults() {
        var node = one(lab.nodes().toArray(Node[]::new));
        return random.nextBoolean() ? Faults.NONE : Faults.of(new Fault.Pause(node), new Fault.Lag(node));
    }

    private ObservationContext context() {
        return new ObservationContext(
                random.nextBoolean(),
                new MachineLoad(
                        random.nextInt(10_000) / 100.0,
                        random.nextInt(100),
                        Duration.ofMillis(whole()),
                        Duration.ofMillis(whole())),
                list(this::text),
                random.nextBoolean(),
                random.nextBoolean() ? ObservationContext.ENOUGH : random.nextLong(),
                list(() -> new HostTrouble(lab.nodes().get(0), one(HostTrouble.Kind.values()), text())),
                random.nextBoolean() ? ProgramVersions.UNKNOWN : versions());
    }

    private ProgramVersions versions() {
        return ProgramVersions.of(version(), version(), version()).withPgpools(list(this::version));
    }

    private ProgramVersion version() {
        return ProgramVersion.of(random.nextInt(20), random.nextInt(20));
    }

    private List<LoadStatus> load(List<LoadStatus> before) {
        if (random.nextInt(5) == 0) {
            return List.of();
        }
        var beats = new ArrayList<>(before.isEmpty() ? List.of() : before.get(0).beats());
        beats.addAll(list(() -> new LoadStatus.Beat(random.nextInt(3), random.nextInt(3))));
        var kept = beats.subList(Math.max(0, beats.size() - LoadStatus.REMEMBERED), beats.size());
        return List.of(new LoadStatus(
                time(),
                time(),
                new LoadShape(1 + random.nextInt(9), 100, random.nextInt(9)),
                whole(),
                whole(),
                Duration.ofNanos(random.nextInt()),
                Duration.ofNanos(random.nextInt()),
                whole(),
                random.nextLong(),
                random.nextLong(),
                Duration.ofNanos(random.nextInt()),
                Duration.ofNanos(random.nextInt()),
                kept,
                text()));
    }

    private <T> List<T> list(Supplier<T> element) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(index -> element.get())
                .toList();
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private String text() {
        var text = new StringBuilder();
        for (var left = random.nextInt(6); left > 0; left--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private int whole() {
        return random.nextInt() >> random.nextInt(31);
    }

    private Lsn lsn() {
        return new Lsn(random.nextLong());
    }

    private Instant time() {
        return NOW.plusMillis(random.nextInt() / 1000);
    }

    private Instant anyTime() {
        return one(Instant.MIN, Instant.MAX, time());
    }
}
