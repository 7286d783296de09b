package org.pgpoollab.report;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;

/** Formats the state of one pgpool as cells. */
public record PoolCells(ClusterState state, PoolNode pool) {

    /** The watchdog state: {@code ★ LEADER}, {@code ○ STANDBY}, {@code ▲ LOST}, {@code ✗ refused 4 s}; {@code ● up} without a watchdog. */
    public ReportCell watchdog() {
        if (!state.lab().hasWatchdog()) {
            return pool.backends().isSeen()
                    ? ReportCell.marked(Tone.GOOD, "up")
                    : UnseenReason.cell(state, pool.backends());
        }
        if (!pool.watchdog().isSeen()) {
            return UnseenReason.cell(state, pool.watchdog());
        }
        return pool.watchdogState().map(PoolCells::member).orElse(ReportCell.unknown());
    }

    public static ReportCell member(String word) {
        var isAlive = WatchdogFacts.takesPart(word);
        return ReportCell.marked(isAlive ? place(word) : Tone.WARN, word);
    }

    private static Tone place(String word) {
        return switch (word) {
            case "LEADER", "MASTER" -> Tone.LEADS;
            case "STANDBY" -> Tone.FOLLOWS;
            default -> Tone.GOOD;
        };
    }

    /** {@code ◆} for a holder of the VIP, empty for others, {@code ?} if unknown; a second holder is marked as bad. */
    public ReportCell vip() {
        if (!pool.holdsVip().isSeen()) {
            return ReportCell.unknown();
        }
        var isOnly = state.vipHolders().size() == 1;
        return pool.hasVip()
                ? new ReportCell(
                        isOnly ? StatusSign.HOLDS_VIP.symbol() : StatusSign.HOLDS_VIP.before("!"),
                        isOnly ? Tone.GOOD : Tone.BAD,
                        false)
                : ReportCell.plain("");
    }

    public ReportCell quorum() {
        if (!state.lab().hasWatchdog()) {
            return ReportCell.dim("-");
        }
        return pool.watchdog()
                .value()
                .map(WatchdogFacts::quorum)
                .map(ReportCell::plain)
                .orElse(ReportCell.unknown());
    }

    public ReportCell leader() {
        if (!state.lab().hasWatchdog()) {
            return ReportCell.dim("-");
        }
        return pool.watchdog()
                .value()
                .map(facts -> facts.leader().isEmpty()
                        ? ReportCell.marked(Tone.WARN, "none")
                        : ReportCell.plain(facts.leader()))
                .orElse(ReportCell.unknown());
    }

    /** The node that this pgpool believes to be the primary. */
    public ReportCell primary() {
        return pool.backends()
                .value()
                .map(views -> views.stream()
                        .filter(BackendView::receivesWrites)
                        .map(BackendView::node)
                        .toList())
                .map(names -> names.isEmpty()
                        ? ReportCell.marked(Tone.WARN, "none")
                        : ReportCell.plain(String.join(" ", names)))
                .orElse(ReportCell.unknown());
    }

    /** The backends: {@code 3 of 3 up}, {@code ▲ 2 of 3 up, pg-2 down}. */
    public ReportCell backends() {
        return pool.backends()
                .value()
                .map(PoolCells::backends)
                .orElseGet(() -> UnseenReason.cell(state, pool.backends()));
    }

    private static ReportCell backends(List<BackendView> views) {
        var down = views.stream().filter(view -> !view.isUp()).toList();
        var count = views.size() - down.size() + " of " + views.size() + " up";
        if (down.isEmpty()) {
            return ReportCell.marked(Tone.GOOD, count);
        }
        var names = down.stream()
                .map(view -> ", " + view.node() + " " + view.status())
                .collect(Collectors.joining());
        return ReportCell.marked(Tone.WARN, count + names);
    }
}
