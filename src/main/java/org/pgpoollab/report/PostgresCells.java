package org.pgpoollab.report;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;

/** Formats the state of one PostgreSQL node as cells. */
public record PostgresCells(ClusterState state, PostgresNode seen) {

    /**
     * The node's own role: {@code ● primary}, {@code ○ standby}; {@code ✗ primary} for a second primary, {@code ▲ standby} for a
     * standby that does not stream.
     */
    public ReportCell says() {
        return seen.says().value().map(this::says).orElseGet(() -> UnseenReason.cell(state, seen.says()));
    }

    private ReportCell says(PostgresFacts facts) {
        if (facts.isPrimary()) {
            var leads = Replication.leadingPrimary(state)
                    .filter(seen.node()::equals)
                    .isPresent();
            return ReportCell.marked(leads ? Tone.GOOD : Tone.BAD, "primary");
        }
        return ReportCell.marked(Replication.isStreaming(state, seen.node()) ? Tone.FOLLOWS : Tone.WARN, "standby");
    }

    public ReportCell timeline() {
        return facts().map(facts -> ReportCell.plain(facts.timeline())).orElse(ReportCell.unknown());
    }

    public ReportCell written() {
        return facts().map(facts -> ReportCell.plain(facts.written())).orElse(ReportCell.unknown());
    }

    public ReportCell replayed() {
        return facts().map(facts -> ReportCell.plain(facts.replayed())).orElse(ReportCell.unknown());
    }

    public ReportCell behind() {
        if (seen.isPrimary()) {
            return ReportCell.dim("-");
        }
        var lag = Replication.lag(state, seen.node());
        return lag.isPresent() ? ReportCell.plain(ByteSize.text(lag.getAsLong())) : ReportCell.unknown();
    }

    /** {@code 2 standbys} for a primary, {@code streaming from pg-0} or {@code cut off from pg-0} for a standby. */
    public ReportCell replication() {
        return facts().map(this::replication).orElse(ReportCell.unknown());
    }

    private ReportCell replication(PostgresFacts facts) {
        if (facts.isPrimary()) {
            var count = Replication.streamingFrom(state, seen.node()).size();
            return ReportCell.plain(count + (count == 1 ? " standby" : " standbys"));
        }
        var silence = Replication.silence(state, seen.node());
        if (silence.isPresent()) {
            return ReportCell.marked(Tone.WARN, silence.get());
        }
        if (Replication.isStreaming(state, seen.node())) {
            return ReportCell.plain("streaming" + (facts.upstream().isEmpty() ? "" : " from " + facts.upstream()));
        }
        var word = facts.receiver().isEmpty() || facts.isStreaming() ? "not streaming" : facts.receiver();
        return ReportCell.marked(Tone.WARN, word);
    }

    /** The node's role in the primary's copy of repmgr's table, marked {@code !} if it differs from PostgreSQL's own state. */
    public ReportCell repmgr() {
        var row = repmgrRow();
        if (row.isEmpty()) {
            return ReportCell.unknown();
        }
        return differs(row.get())
                ? new ReportCell(text(row.get()) + " !", Tone.WARN, false)
                : ReportCell.plain(text(row.get()));
    }

    public ReportCell repmgrd() {
        return seen.repmgr()
                .value()
                .map(facts -> facts.daemonRunning()
                        ? ReportCell.marked(Tone.GOOD, "running")
                        : ReportCell.marked(Tone.BAD, "stopped"))
                .orElseGet(() -> UnseenReason.cell(state, seen.repmgr()));
    }

    public Optional<PostgresFacts> facts() {
        return seen.says().value();
    }

    /** The row of this node in the primary's copy of repmgr's table; empty if no leading primary is seen, or it has no such row. */
    public Optional<RepmgrFacts.Row> repmgrRow() {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).repmgr().value())
                .flatMap(repmgr -> repmgr.row(seen.node().name()));
    }

    /** Whether repmgr's row differs from PostgreSQL's own state; for an unreachable node, whether the row is active. */
    public boolean differs(RepmgrFacts.Row row) {
        if (facts().isEmpty()) {
            return seen.says().isUnreachable() && row.active();
        }
        return !row.active() || row.isPrimary() != seen.isPrimary();
    }

    private static String text(RepmgrFacts.Row row) {
        var text = row.upstream().isEmpty() ? row.type().toString() : StatusSign.FOLLOWS_NODE.before(row.upstream());
        return row.active() ? text : text + ", inactive";
    }
}
