package org.pgpoollab.report;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;

/** What is shown of one PostgreSQL node, cell by cell. */
public record PostgresCells(ClusterState state, PostgresNode seen) {

    /** {@code ● primary}, {@code ○ standby}, {@code ✗ primary} of a second one, {@code ▲ standby} of one that does not stream. */
    public ReportCell says() {
        return seen.says().value().map(this::says).orElseGet(() -> UnseenReason.cell(seen.says(), state.at()));
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

    /** {@code 2 standbys} of a primary, {@code streaming from pg-0} of a standby. */
    public ReportCell replication() {
        return facts().map(this::replication).orElse(ReportCell.unknown());
    }

    private ReportCell replication(PostgresFacts facts) {
        if (facts.isPrimary()) {
            var count = Replication.streamingFrom(state, seen.node()).size();
            return ReportCell.plain(count + (count == 1 ? " standby" : " standbys"));
        }
        if (Replication.isStreaming(state, seen.node())) {
            return ReportCell.plain("streaming" + (facts.upstream().isEmpty() ? "" : " from " + facts.upstream()));
        }
        var word = facts.receiver().isEmpty() || facts.isStreaming() ? "not streaming" : facts.receiver();
        return ReportCell.marked(Tone.WARN, word);
    }

    /** What the primary's copy of repmgr's table says; {@code !} where it differs from what PostgreSQL says. */
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
                .orElseGet(() -> UnseenReason.cell(seen.repmgr(), state.at()));
    }

    public Optional<PostgresFacts> facts() {
        return seen.says().value();
    }

    /** The row of this node as the primary stores it; empty if no single primary is seen, or it has no such row. */
    public Optional<RepmgrFacts.Row> repmgrRow() {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).repmgr().value())
                .flatMap(repmgr -> repmgr.row(seen.node().name()));
    }

    /** Whether PostgreSQL and repmgr's row disagree; of a node that is not seen: whether repmgr has it active. */
    public boolean differs(RepmgrFacts.Row row) {
        if (facts().isEmpty()) {
            return seen.says().isUnreachable() && row.active();
        }
        return !row.active() || row.type().equals("primary") != seen.isPrimary();
    }

    private static String text(RepmgrFacts.Row row) {
        var text = row.upstream().isEmpty() ? row.type() : Sign.FOLLOWS_NODE.before(row.upstream());
        return row.active() ? text : text + ", inactive";
    }
}
