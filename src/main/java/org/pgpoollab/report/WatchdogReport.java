package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/** The watchdog: what each pgpool says of itself, then who sees whom how. {@code !} marks a view that differs from the member's own. */
public record WatchdogReport(ClusterState state) implements Report {

    private static final List<Column> OWN = List.of(
            Column.left("node"),
            Column.left("says of itself"),
            Column.left("leader"),
            Column.left("quorum"),
            Column.left("VIP"));

    @Override
    public List<String> lines(Look look) {
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
                        Cell.plain(cells.pool().node()), cells.watchdog(), cells.leader(), cells.quorum(), cells.vip()))
                .toList();
        return new Table(OWN, rows);
    }

    private Table views() {
        var tellers = state.pools().stream().map(pool -> Column.left("by " + pool.node()));
        var columns = Stream.concat(Stream.of(Column.left("seen")), tellers).toList();
        return new Table(columns, state.pools().stream().map(this::row).toList());
    }

    private List<Cell> row(PoolNode member) {
        var cells = state.pools().stream().map(teller -> view(member, teller));
        return Stream.concat(Stream.of(Cell.plain(member.node())), cells).toList();
    }

    private Cell view(PoolNode member, PoolNode teller) {
        if (!teller.watchdog().isSeen()) {
            return Cell.unknown();
        }
        return teller.watchdog()
                .value()
                .flatMap(facts -> facts.member(member.node().name()))
                .map(WatchdogFacts.Member::state)
                .map(word -> view(member, word))
                .orElse(Cell.marked(Tone.WARN, "not known"));
    }

    private static Cell view(PoolNode member, String word) {
        var differs = member.watchdogState().filter(own -> !own.equals(word)).isPresent();
        var cell = PoolCells.member(word);
        return differs ? Cell.marked(Tone.WARN, word + " !") : cell;
    }

    @Override
    public Map<String, Object> json() {
        return new Fields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("leaders", state.leaders().stream().map(Node::name).toList())
                .with("quorum", PoolJson.quorum(state))
                .with("pgpool", state.pools().stream().map(this::json).toList())
                .map();
    }

    private Map<String, Object> json(PoolNode pool) {
        var facts = pool.watchdog().value();
        return new Fields()
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
        return new Fields()
                .with("name", member.name())
                .with("state", member.state())
                .with("membership", member.membership())
                .map();
    }
}
