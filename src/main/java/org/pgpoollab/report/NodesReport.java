package org.pgpoollab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.topology.Node;

/** Reports the PostgreSQL nodes: each node's own state next to repmgr's table. */
public record NodesReport(ClusterState state) implements Report {

    private static final List<TableColumn> NODES = List.of(
            TableColumn.left("node"),
            TableColumn.left("says of itself"),
            TableColumn.right("TL"),
            TableColumn.left("written"),
            TableColumn.left("replayed"),
            TableColumn.right("behind"),
            TableColumn.left("replication"),
            TableColumn.left("sends to"),
            TableColumn.left("up for"),
            TableColumn.left("repmgrd"));
    private static final List<TableColumn> ROWS = List.of(
            TableColumn.right("node_id"),
            TableColumn.left("node_name"),
            TableColumn.left("type"),
            TableColumn.left("active"),
            TableColumn.left("upstream"));

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(nodes().lines(look));
        lines.add("");
        teller().ifPresentOrElse(
                        node -> lines.addAll(table(node, look)),
                        () -> lines.add(VisibleText.of("repmgr.nodes cannot be read: no node answers", look)));
        return lines;
    }

    private Table nodes() {
        var rows = state.postgres().stream()
                .map(seen -> new PostgresCells(state, seen))
                .map(this::row)
                .toList();
        return new Table(NODES, rows);
    }

    private List<ReportCell> row(PostgresCells cells) {
        return List.of(
                ReportCell.plain(cells.seen().node()),
                cells.says(),
                cells.timeline(),
                cells.written(),
                cells.replayed(),
                cells.behind(),
                cells.replication(),
                sendsTo(cells),
                upFor(cells),
                cells.repmgrd());
    }

    private ReportCell sendsTo(PostgresCells cells) {
        return cells.facts()
                .map(facts -> ReportCell.plain(String.join(
                        " ", Replication.streamingFrom(state, cells.seen().node()))))
                .orElse(ReportCell.unknown());
    }

    private ReportCell upFor(PostgresCells cells) {
        return cells.facts()
                .map(facts -> Duration.between(facts.startedAt(), state.at()))
                .map(span -> ReportCell.plain(TimeSpan.text(span)))
                .orElse(ReportCell.unknown());
    }

    /** The node whose copy of repmgr's table is shown: the primary, otherwise the first node whose copy was seen. */
    private Optional<PostgresNode> teller() {
        return Replication.leadingPrimary(state)
                .map(state::postgres)
                .filter(seen -> seen.repmgr().isSeen())
                .or(() -> state.postgres().stream()
                        .filter(seen -> seen.repmgr().isSeen())
                        .findFirst());
    }

    private List<String> table(PostgresNode teller, TerminalLook look) {
        var lines = new ArrayList<String>();
        lines.add(VisibleText.of("repmgr.nodes as " + teller.node() + " stores it", look));
        var rows = teller.repmgr().value().orElseThrow().rows().stream()
                .map(this::row)
                .toList();
        lines.addAll(new Table(ROWS, rows).lines(look));
        return lines;
    }

    private List<ReportCell> row(RepmgrFacts.Row row) {
        var differs = seen(row.name())
                .map(seen -> new PostgresCells(state, seen).differs(row))
                .orElse(true);
        return List.of(
                ReportCell.plain(row.id()),
                ReportCell.plain(row.name()),
                differs ? new ReportCell(row.type() + " !", Tone.WARN, false) : ReportCell.plain(row.type()),
                row.active() ? ReportCell.marked(Tone.GOOD, "yes") : ReportCell.marked(Tone.WARN, "no"),
                ReportCell.plain(row.upstream()));
    }

    private Optional<PostgresNode> seen(String name) {
        return state.lab().named(name).filter(Node::isPostgres).map(state::postgres);
    }

    @Override
    public Map<String, Object> json() {
        var rows = teller().flatMap(seen -> seen.repmgr().value()).map(RepmgrFacts::rows).orElse(List.of()).stream()
                .map(NodesReport::json)
                .toList();
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("postgres", PostgresJson.of(state))
                .with(
                        "repmgr",
                        new JsonFields()
                                .with(
                                        "storedOn",
                                        teller().map(seen -> seen.node().name()).orElse(null))
                                .with("rows", rows)
                                .map())
                .map();
    }

    private static Map<String, Object> json(RepmgrFacts.Row row) {
        return new JsonFields()
                .with("id", row.id())
                .with("name", row.name())
                .with("type", row.type())
                .with("active", row.active())
                .with("upstream", row.upstream())
                .map();
    }
}
