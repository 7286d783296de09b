package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * Reports the watchdog: each pgpool's own state, then how each pgpool sees the others. {@code !} marks a view that differs from the
 * member's own.
 */
public record WatchdogReport(ClusterState state) implements Report {

    private static final List<TableColumn> OWN = List.of(
            TableColumn.left("node"),
            TableColumn.left("says of itself"),
            TableColumn.left("leader"),
            TableColumn.left("quorum"),
            TableColumn.left("VIP"));

    @Override
    public List<String> lines(TerminalLook look) {
        if (!state.lab().hasWatchdog()) {
            return List.of("a lab with one pgpool has no watchdog: the lab itself sets the VIP");
        }
        var lines = new ArrayList<>(own().lines(look));
        lines.add("");
        lines.addAll(views().lines(look));
        return lines;
    }

    private Table own() {
        var rows = state.pools().stream()
                .map(pool -> new PoolCells(state, pool))
                .map(cells -> List.of(
                        ReportCell.plain(cells.pool().node()),
                        cells.watchdog(),
                        cells.leader(),
                        cells.quorum(),
                        cells.vip()))
                .toList();
        return new Table(OWN, rows);
    }

    private Table views() {
        var tellers = state.pools().stream().map(pool -> TableColumn.left("by " + pool.node()));
        var columns =
                Stream.concat(Stream.of(TableColumn.left("seen")), tellers).toList();
        var known = state.pools().stream().map(this::row);
        var unknown = state.pools().stream()
                .flatMap(teller -> teller.watchdog().value().map(WatchdogFacts::members).orElse(List.of()).stream())
                .map(WatchdogFacts.Member::name)
                .filter(name ->
                        Node.parse(name).filter(state.lab().nodes()::contains).isEmpty())
                .distinct()
                .map(this::unknownRow);
        return new Table(columns, Stream.concat(known, unknown).toList());
    }

    /** Returns what pgpools report of a member that the lab does not have. */
    private List<ReportCell> unknownRow(String name) {
        var cells = state.pools().stream()
                .map(teller -> teller.watchdog().value().flatMap(facts -> facts.member(name)))
                .map(member -> member.map(WatchdogFacts.Member::state).orElse("not known"))
                .map(word -> ReportCell.marked(Tone.WARN, word));
        return Stream.concat(Stream.of(ReportCell.plain(name)), cells).toList();
    }

    private List<ReportCell> row(PoolNode member) {
        var cells = state.pools().stream().map(teller -> view(member, teller));
        return Stream.concat(Stream.of(ReportCell.plain(member.node())), cells).toList();
    }

    private ReportCell view(PoolNode member, PoolNode teller) {
        if (!teller.watchdog().isSeen()) {
            return ReportCell.unknown();
        }
        return teller.watchdog()
                .value()
                .flatMap(facts -> facts.member(member.node().name()))
                .map(WatchdogFacts.Member::state)
                .map(word -> view(member, word))
                .orElse(ReportCell.marked(Tone.WARN, "not known"));
    }

    private static ReportCell view(PoolNode member, String word) {
        var differs = member.watchdogState().filter(own -> !own.equals(word)).isPresent();
        var cell = PoolCells.member(word);
        return differs ? ReportCell.marked(Tone.WARN, word + " !") : cell;
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("leaders", state.leaders().stream().map(Node::name).toList())
                .with("quorum", PoolJson.quorum(state))
                .with("pgpool", state.pools().stream().map(this::json).toList())
                .map();
    }

    private Map<String, Object> json(PoolNode pool) {
        var facts = pool.watchdog().value();
        return new JsonFields()
                .with("name", pool.node().name())
                .with("reason", pool.watchdog().reason())
                .with("watchdog", pool.watchdogState().orElse(null))
                .with("leader", facts.map(WatchdogFacts::leader).orElse(null))
                .with("quorum", facts.map(WatchdogFacts::quorum).orElse(null))
                .with("vip", pool.holdsVip().value().orElse(null))
                .with(
                        "members",
                        facts.map(WatchdogFacts::members).orElse(List.of()).stream()
                                .map(WatchdogReport::json)
                                .toList())
                .map();
    }

    private static Map<String, Object> json(WatchdogFacts.Member member) {
        return new JsonFields()
                .with("name", member.name())
                .with("state", member.state())
                .with("membership", member.membership())
                .map();
    }
}
