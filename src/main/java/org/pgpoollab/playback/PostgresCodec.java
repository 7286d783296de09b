package org.pgpoollab.playback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.ArchiverFacts;
import org.pgpoollab.cluster.CommitFacts;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.Connections;
import org.pgpoollab.cluster.PostgresFacts.Slot;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.ServerFacts;
import org.pgpoollab.cluster.TimelineHistory;

/** The fields of what is known of a PostgreSQL node. */
final class PostgresCodec {

    private static final FieldCodec<Lsn> LSN =
            FieldCodec.of((lsn, out) -> out.number(lsn.bytes()), in -> new Lsn(in.number()));

    private static final FieldCodec<StandbyFacts> STANDBY = FieldCodec.of(
            (standby, out) -> out.text(standby.name())
                    .text(standby.state())
                    .text(standby.sync())
                    .with(standby.replayed(), LSN),
            in -> new StandbyFacts(in.text(), in.text(), in.text(), in.with(LSN)));

    private static final FieldCodec<Slot> SLOT = FieldCodec.of(
            (slot, out) ->
                    out.text(slot.name()).bit(slot.active()).bit(slot.lost()).number(slot.held()),
            in -> new Slot(in.text(), in.bit(), in.bit(), in.number()));

    private static final FieldCodec<Connections> CONNECTIONS = FieldCodec.of(
            (connections, out) -> out.number(connections.used()).number(connections.most()),
            in -> new Connections(in.whole(), in.whole()));

    private static final FieldCodec<CommitFacts> COMMITS = FieldCodec.of(
            (commits, out) -> out.text(commits.standbyNames())
                    .number(commits.waiting())
                    .text(commits.first())
                    .time(commits.firstBegan()),
            in -> new CommitFacts(in.text(), in.whole(), in.text(), in.time()));

    private static final FieldCodec<ArchiverFacts> ARCHIVER = FieldCodec.of(
            (archiver, out) ->
                    out.text(archiver.failedFile()).time(archiver.failedAt()).number(archiver.failures()),
            in -> new ArchiverFacts(in.text(), in.time(), in.number()));

    private static final FieldCodec<ServerFacts.SenderCount> SENDERS = FieldCodec.of(
            (senders, out) -> out.number(senders.used()).number(senders.most()),
            in -> new ServerFacts.SenderCount(in.whole(), in.whole()));

    private static final FieldCodec<Map.Entry<String, Integer>> LIMIT = FieldCodec.of(
            (limit, out) -> out.text(limit.getKey()).number(limit.getValue()), in -> Map.entry(in.text(), in.whole()));

    private static final FieldCodec<ServerFacts> SERVER = FieldCodec.of(
            (server, out) -> out.text(server.system())
                    .text(server.slot())
                    .bit(server.replayPaused())
                    .bit(server.readOnly())
                    .list(List.copyOf(server.limits().entrySet()), LIMIT)
                    .with(server.commits(), COMMITS)
                    .with(server.archiver(), ARCHIVER)
                    .with(server.senders(), SENDERS),
            in -> new ServerFacts(
                    in.text(),
                    in.text(),
                    in.bit(),
                    in.bit(),
                    limits(in.list(LIMIT)),
                    in.with(COMMITS),
                    in.with(ARCHIVER),
                    in.with(SENDERS)));

    static final FieldCodec<PostgresFacts> FACTS = FieldCodec.of(
            (facts, out) -> out.bit(facts.inRecovery())
                    .number(facts.timeline())
                    .with(facts.written(), LSN)
                    .with(facts.replayed(), LSN)
                    .time(facts.startedAt())
                    .text(facts.receiver())
                    .text(facts.upstream())
                    .time(facts.heardAt())
                    .list(facts.standbys(), STANDBY)
                    .list(facts.slots(), SLOT)
                    .with(facts.connections(), CONNECTIONS)
                    .with(facts.server(), SERVER),
            in -> new PostgresFacts(
                    in.bit(),
                    in.whole(),
                    in.with(LSN),
                    in.with(LSN),
                    in.time(),
                    in.text(),
                    in.text(),
                    in.time(),
                    in.list(STANDBY),
                    in.list(SLOT),
                    in.with(CONNECTIONS),
                    in.with(SERVER)));

    private static final FieldCodec<RepmgrFacts.Row> ROW = FieldCodec.of(
            (row, out) -> out.number(row.id())
                    .text(row.name())
                    .word(row.type())
                    .bit(row.active())
                    .text(row.upstream()),
            in -> new RepmgrFacts.Row(in.whole(), in.text(), in.word(ReplicationRole.class), in.bit(), in.text()));

    static final FieldCodec<RepmgrFacts> REPMGR = FieldCodec.of(
            (facts, out) ->
                    out.bit(facts.daemonRunning()).bit(facts.daemonPaused()).list(facts.rows(), ROW),
            in -> new RepmgrFacts(in.bit(), in.bit(), in.list(ROW)));

    static final FieldCodec<List<RoleTrouble>> ROLES = FieldCodec.ofList(FieldCodec.of(
            (trouble, out) -> out.text(trouble.role()).word(trouble.kind()),
            in -> new RoleTrouble(in.text(), in.word(RoleTrouble.Kind.class))));

    private static final FieldCodec<TimelineHistory.Span> SPAN = FieldCodec.of(
            (span, out) -> out.number(span.timeline()).with(span.begin(), LSN).with(span.end(), LSN),
            in -> new TimelineHistory.Span(in.whole(), in.with(LSN), in.with(LSN)));

    static final FieldCodec<NodeFiles> FILES = FieldCodec.of(
            (files, out) -> out.bit(files.runs())
                    .bit(files.hasData())
                    .text(files.mode())
                    .text(files.system())
                    .text(files.fatal())
                    .text(files.culprit())
                    .word(files.rewind())
                    .text(files.stream())
                    .list(files.history().spans(), SPAN)
                    .number(files.replayed().timeline())
                    .with(files.replayed().end(), LSN)
                    .bit(files.replayed().isAll())
                    .bit(files.stops())
                    .number(files.room()),
            in -> new NodeFiles(
                    in.bit(),
                    in.bit(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.word(NodeFiles.Rewind.class),
                    in.text(),
                    new TimelineHistory(in.list(SPAN)),
                    new NodeFiles.Replayed(in.whole(), in.with(LSN), in.bit()),
                    in.bit(),
                    in.number()));

    private PostgresCodec() {}

    private static Map<String, Integer> limits(List<Map.Entry<String, Integer>> entries) {
        var limits = new LinkedHashMap<String, Integer>();
        entries.forEach(entry -> limits.put(entry.getKey(), entry.getValue()));
        return limits;
    }
}
