package org.pgpoollab.screen;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.report.PoolCells;
import org.pgpoollab.report.Tone;
import org.pgpoollab.topology.Node;

/** The cells of one pgpool's row in the grid. */
record PoolRow(ClusterState state, PoolNode pool, ReadRates reads, Instant now, boolean isRunning) implements GridRow {

    @Override
    public Node node() {
        return pool.node();
    }

    /** {@code ★ LEADER}, {@code ○ standby}, {@code ▲ LOST}, {@code ✗ refused 4 s}; {@code ● up} in a lab without a watchdog. */
    GridCell watchdog() {
        var hasWatchdog = state.lab().hasWatchdog();
        Observed<?> told = hasWatchdog ? pool.watchdog() : pool.backends();
        if (!told.isSeen()) {
            return new FaultMark(state, node()).instead(told, SilenceCell.cell(state, told));
        }
        var cell = hasWatchdog ? state(pool.watchdogState().orElse("")) : GridCell.of(cells().watchdog());
        var aged = ChangeAge.isOld(told, now) ? cell.aged(ChangeAge.text(told.age(now))) : cell;
        return new FaultMark(state, node()).on(aged);
    }

    private GridCell state(String word) {
        return switch (word) {
            case "LEADER" ->
                state.leaders().size() > 1
                        ? new GridCell("★ LEADER !", StyleRole.ALARM)
                        : new GridCell("★ LEADER", StyleRole.PRIMARY);
            case "STANDBY" -> new GridCell("○ standby", StyleRole.STANDBY);
            case "" -> GridCell.UNKNOWN;
            default -> GridCell.of(PoolCells.member(word));
        };
    }

    GridCell vip() {
        var cell = cells().vip();
        if (!pool.hasVip()) {
            return GridCell.of(cell);
        }
        return new GridCell(cell.text(), cell.tone() == Tone.GOOD ? StyleRole.PRIMARY : StyleRole.ALARM);
    }

    /** Returns Pgpool-II's own text without the word quorum: {@code EXIST}, {@code ON THE EDGE}, {@code ABSENT}. */
    GridCell quorum() {
        if (!state.lab().hasWatchdog()) {
            return GridCell.dim("-");
        }
        return pool.watchdog().value().map(PoolRow::quorum).orElse(GridCell.UNKNOWN);
    }

    private static GridCell quorum(WatchdogFacts facts) {
        var word = facts.quorum().replaceFirst("^QUORUM (IS )?", "");
        if (!facts.hasQuorum()) {
            return new GridCell(word, word.contains("UNKNOWN") ? StyleRole.UNKNOWN : StyleRole.BAD);
        }
        return new GridCell(word, word.contains("EDGE") ? StyleRole.WARN : StyleRole.TEXT);
    }

    GridCell follows() {
        return GridCell.of(cells().leader());
    }

    GridCell clients() {
        return pool.clients()
                .value()
                .map(count -> GridCell.text(count.connected() + "/" + count.most()))
                .orElse(GridCell.UNKNOWN);
    }

    GridCell backends() {
        return pool.backends().isSeen() ? GridCell.of(cells().backends()) : GridCell.UNKNOWN;
    }

    /** {@code pg-0    3 ▏       pg-1  411 ██████}; empty if there were no reads. */
    GridCell readsCounted(int bar) {
        return reads(
                "  ", view -> view.node() + " " + flushRight(ShortCount.text(reads(view)), 4) + " " + bar(view, bar));
    }

    /** {@code pg-0 ▏    pg-1 ██████}. */
    GridCell readsNamed(int bar, String gap) {
        return reads(gap, view -> view.node() + " " + bar(view, bar));
    }

    /** {@code 0▏   1███}. */
    GridCell readsNumbered(int bar) {
        return reads(" ", view -> view.backend() + bar(view, bar));
    }

    private interface Slot {
        String of(BackendView view);
    }

    private GridCell reads(String gap, Slot slot) {
        List<BackendView> views = pool.beliefs();
        if (views.isEmpty()) {
            return GridCell.BLANK;
        }
        if (views.stream().allMatch(view -> lastMinute(view).isEmpty())) {
            return GridCell.dim("…");
        }
        if (views.stream().allMatch(view -> reads(view) == 0)) {
            return GridCell.BLANK;
        }
        return new GridCell(views.stream().map(slot::of).collect(Collectors.joining(gap)), StyleRole.BAR);
    }

    private String bar(BackendView view, int columns) {
        return AmountBar.of(reads(view), reads.most(now), columns);
    }

    private long reads(BackendView view) {
        return lastMinute(view).orElse(0);
    }

    private OptionalLong lastMinute(BackendView view) {
        return reads.lastMinute(pool.node(), view.backend(), now);
    }

    private static String flushRight(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }

    private PoolCells cells() {
        return new PoolCells(state, pool);
    }
}
