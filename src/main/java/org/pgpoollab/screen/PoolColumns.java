package org.pgpoollab.screen;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.topology.Lab;

/** The columns of the Pgpool-II pane in several sets, from wide to narrow. The first set that fits is shown. */
final class PoolColumns {

    private static final GridColumn<PoolRow> NODE =
            GridColumn.of("node", 8, PoolRow::name).marking(TrackedFact.NAME);
    private static final GridColumn<PoolRow> WATCHDOG =
            GridColumn.of("watchdog", 15, PoolRow::watchdog).upTo(16).marking(TrackedFact.WATCHDOG);
    private static final GridColumn<PoolRow> WATCHDOG_MORE = WATCHDOG.upTo(17);
    private static final GridColumn<PoolRow> WATCHDOG_ALL = WATCHDOG.upTo(32);
    private static final GridColumn<PoolRow> FOLLOWS = GridColumn.of("leader", 8, PoolRow::follows);
    private static final GridColumn<PoolRow> VIP =
            GridColumn.of("VIP", 3, PoolRow::vip).marking(TrackedFact.VIP);
    private static final GridColumn<PoolRow> QUORUM =
            GridColumn.of("quorum", 6, PoolRow::quorum).upTo(11).marking(TrackedFact.QUORUM);
    private static final GridColumn<PoolRow> CLIENTS =
            GridColumn.of("clients", 7, PoolRow::clients).right();
    private static final GridColumn<PoolRow> BACKENDS =
            GridColumn.of("backends", 12, PoolRow::backends).upTo(36);

    private PoolColumns() {}

    static List<List<GridColumn<PoolRow>>> narrowing(Lab lab) {
        var count = lab.postgresCount();
        var names = lab.postgresNodes().stream()
                .mapToInt(node -> node.name().length())
                .sum();
        var numbers = names - "pg-".length() * count;
        var gaps = 2 * (count - 1);
        var counted = reads("reads routed (1 min)", names + count * (1 + 8 + 1 + 4) + gaps, row -> row.readsCounted(8));
        var named = reads("reads routed (1 min)", names + count * (1 + 6) + gaps, row -> row.readsNamed(6, "  "));
        var narrow = reads("reads routed (1 min)", names + count * (1 + 3) + count - 1, row -> row.readsNamed(3, " "));
        var numbered = reads("reads (1 min)", numbers + count * 3 + count - 1, row -> row.readsNumbered(3));
        return List.of(
                List.of(NODE, WATCHDOG_ALL, FOLLOWS, VIP, QUORUM, CLIENTS, BACKENDS, counted),
                List.of(NODE, WATCHDOG_MORE, VIP, QUORUM, CLIENTS, counted),
                List.of(NODE, WATCHDOG, VIP, QUORUM, CLIENTS, named),
                List.of(NODE, WATCHDOG, VIP, QUORUM, CLIENTS, narrow),
                List.of(NODE, WATCHDOG, VIP, QUORUM, CLIENTS, numbered),
                List.of(NODE, WATCHDOG, VIP, QUORUM, CLIENTS),
                List.of(NODE, WATCHDOG, VIP, QUORUM),
                List.of(NODE, WATCHDOG, VIP),
                List.of(NODE, WATCHDOG));
    }

    private static GridColumn<PoolRow> reads(String heading, int columns, Function<PoolRow, GridCell> cell) {
        return GridColumn.of(heading, columns, cell).group();
    }
}
