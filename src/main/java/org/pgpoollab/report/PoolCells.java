package org.pgpoollab.report;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;

/** What is shown of one pgpool, cell by cell. */
public record PoolCells(ClusterState state, PoolNode pool) {

    /** {@code ★ LEADER}, {@code ○ STANDBY}, {@code ▲ LOST}, {@code ✗ refused 4 s}; {@code ● up} without a watchdog. */
    public Cell watchdog() {
        if (!state.lab().hasWatchdog()) {
            return pool.backends().isSeen() ? Cell.marked(Tone.GOOD, "up") : Silence.cell(pool.backends(), state.at());
        }
        if (!pool.watchdog().isSeen()) {
            return Silence.cell(pool.watchdog(), state.at());
        }
        return pool.watchdogState().map(PoolCells::member).orElse(Cell.unknown());
    }

    public static Cell member(String word) {
        var isAlive = new WatchdogFacts.Member("", word, "").isAlive();
        return Cell.marked(isAlive ? place(word) : Tone.WARN, word);
    }

    private static Tone place(String word) {
        return switch (word) {
            case "LEADER", "MASTER" -> Tone.LEADS;
            case "STANDBY" -> Tone.FOLLOWS;
            default -> Tone.GOOD;
        };
    }

    /** {@code ◆} of a holder, empty of another, {@code ?} where it cannot be seen; a second holder is bad. */
    public Cell vip() {
        if (!pool.holdsVip().isSeen()) {
            return Cell.unknown();
        }
        var isOnly = state.vipHolders().size() == 1;
        return pool.hasVip()
                ? new Cell(
                        isOnly ? Sign.HOLDS_VIP.symbol() : Sign.HOLDS_VIP.before("!"),
                        isOnly ? Tone.GOOD : Tone.BAD,
                        false)
                : Cell.plain("");
    }

    public Cell quorum() {
        if (!state.lab().hasWatchdog()) {
            return Cell.dim("-");
        }
        return pool.watchdog()
                .value()
                .map(WatchdogFacts::quorum)
                .map(Cell::plain)
                .orElse(Cell.unknown());
    }

    public Cell leader() {
        if (!state.lab().hasWatchdog()) {
            return Cell.dim("-");
        }
        return pool.watchdog()
                .value()
                .map(facts -> facts.leader().isEmpty() ? Cell.marked(Tone.WARN, "none") : Cell.plain(facts.leader()))
                .orElse(Cell.unknown());
    }

    /** The node that this pgpool takes for the primary. */
    public Cell primary() {
        return pool.backends()
                .value()
                .map(views -> views.stream()
                        .filter(view -> view.isUp() && view.role().equals("primary"))
                        .map(BackendView::node)
                        .toList())
                .map(names -> names.isEmpty() ? Cell.marked(Tone.WARN, "none") : Cell.plain(String.join(" ", names)))
                .orElse(Cell.unknown());
    }

    /** {@code 3 of 3 up}, {@code ▲ 2 of 3 up, pg-2 down}. */
    public Cell backends() {
        return pool.backends()
                .value()
                .map(PoolCells::backends)
                .orElseGet(() -> Silence.cell(pool.backends(), state.at()));
    }

    private static Cell backends(List<BackendView> views) {
        var down = views.stream().filter(view -> !view.isUp()).toList();
        var count = views.size() - down.size() + " of " + views.size() + " up";
        if (down.isEmpty()) {
            return Cell.marked(Tone.GOOD, count);
        }
        var names = down.stream()
                .map(view -> ", " + view.node() + " " + view.status())
                .collect(Collectors.joining());
        return Cell.marked(Tone.WARN, count + names);
    }
}
