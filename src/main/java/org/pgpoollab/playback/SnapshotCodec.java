package org.pgpoollab.playback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.LoadStatus.Beat;
import org.pgpoollab.topology.Lab;

/**
 * Writes a snapshot as what differs from the one before, and reads it again. Both are of the same lab. Times are kept to the millisecond.
 */
final class SnapshotCodec {

    private SnapshotCodec() {}

    /** Returns what stands before the first snapshot of a lab: nothing is known. */
    static SnapshotRecord blank(Lab lab) {
        return new SnapshotRecord(ClusterState.nothingKnown(lab, Instant.EPOCH), List.of());
    }

    static byte[] write(SnapshotRecord record, SnapshotRecord before) {
        var out = new FieldWriter();
        var state = record.state();
        out.time(state.at());
        var delta = new DeltaWriter(out, state.at());
        for (var index = 0; index < state.postgres().size(); index++) {
            write(state.postgres().get(index), before.state().postgres().get(index), delta);
        }
        for (var index = 0; index < state.pools().size(); index++) {
            write(state.pools().get(index), before.state().pools().get(index), delta);
        }
        delta.plain(state.faults(), before.state().faults(), ContextCodec.FAULTS);
        delta.observed(state.client(), before.state().client(), PoolCodec.CLIENT);
        delta.plain(state.context(), before.state().context(), ContextCodec.CONTEXT);
        write(record.load(), before.load(), out);
        return out.bytes();
    }

    private static void write(PostgresNode node, PostgresNode before, DeltaWriter delta) {
        delta.observed(node.says(), before.says(), PostgresCodec.FACTS);
        delta.observed(node.repmgr(), before.repmgr(), PostgresCodec.REPMGR);
        delta.observed(node.roles(), before.roles(), PostgresCodec.ROLES);
        delta.observed(node.files(), before.files(), PostgresCodec.FILES);
    }

    private static void write(PoolNode pool, PoolNode before, DeltaWriter delta) {
        delta.observed(pool.backends(), before.backends(), PoolCodec.BACKENDS);
        delta.observed(pool.watchdog(), before.watchdog(), PoolCodec.WATCHDOG);
        delta.observed(pool.holdsVip(), before.holdsVip(), PoolCodec.HOLDS_VIP);
        delta.observed(pool.clients(), before.clients(), PoolCodec.CLIENTS);
        delta.observed(pool.client(), before.client(), PoolCodec.CLIENT);
    }

    private static void write(List<LoadStatus> load, List<LoadStatus> before, FieldWriter out) {
        var isSame = load.equals(before);
        out.bit(isSame);
        if (!isSame) {
            out.bit(!load.isEmpty());
            load.forEach(status -> LoadStatusCodec.write(status, beats(before), out));
        }
    }

    /** @throws DamagedSnapshotException if the bytes are no snapshot of this lab */
    static SnapshotRecord read(byte[] bytes, SnapshotRecord before) {
        try {
            return read(new FieldReader(bytes), before);
        } catch (LabException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new DamagedSnapshotException(String.valueOf(e.getMessage()));
        }
    }

    private static SnapshotRecord read(FieldReader in, SnapshotRecord before) {
        var at = in.time();
        var delta = new DeltaReader(in, at);
        var postgres = new ArrayList<PostgresNode>();
        before.state().postgres().forEach(node -> postgres.add(read(node, delta)));
        var pools = new ArrayList<PoolNode>();
        before.state().pools().forEach(pool -> pools.add(read(pool, delta)));
        var state = new ClusterState(
                before.state().lab(),
                at,
                postgres,
                pools,
                delta.plain(before.state().faults(), ContextCodec.FAULTS),
                delta.observed(before.state().client(), PoolCodec.CLIENT),
                delta.plain(before.state().context(), ContextCodec.CONTEXT));
        return new SnapshotRecord(state, load(before.load(), in));
    }

    private static PostgresNode read(PostgresNode before, DeltaReader delta) {
        return new PostgresNode(
                before.node(),
                delta.observed(before.says(), PostgresCodec.FACTS),
                delta.observed(before.repmgr(), PostgresCodec.REPMGR),
                delta.observed(before.roles(), PostgresCodec.ROLES),
                delta.observed(before.files(), PostgresCodec.FILES));
    }

    private static PoolNode read(PoolNode before, DeltaReader delta) {
        return new PoolNode(
                before.node(),
                delta.observed(before.backends(), PoolCodec.BACKENDS),
                delta.observed(before.watchdog(), PoolCodec.WATCHDOG),
                delta.observed(before.holdsVip(), PoolCodec.HOLDS_VIP),
                delta.observed(before.clients(), PoolCodec.CLIENTS),
                delta.observed(before.client(), PoolCodec.CLIENT));
    }

    private static List<LoadStatus> load(List<LoadStatus> before, FieldReader in) {
        if (in.bit()) {
            return before;
        }
        return in.bit() ? List.of(LoadStatusCodec.read(beats(before), in)) : List.of();
    }

    private static List<Beat> beats(List<LoadStatus> load) {
        return load.isEmpty() ? List.of() : load.get(0).beats();
    }
}
