package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** {@code show pool_nodes} as one pgpool answers it, under Pgpool-II's own column names. */
public record PoolNodesReport(ClusterState state, Node pool) implements Report {

    private static final List<Column> COLUMNS = List.of(
            Column.right("node_id"),
            Column.left("hostname"),
            Column.right("port"),
            Column.left("status"),
            Column.left("pg_status"),
            Column.right("lb_weight"),
            Column.left("role"),
            Column.left("pg_role"),
            Column.right("select_cnt"),
            Column.left("load_balance_node"),
            Column.right("replication_delay"),
            Column.left("replication_state"),
            Column.left("replication_sync_state"),
            Column.left("last_status_change"));

    /** @throws LabException if this pgpool's backends were not seen: there is nothing to report */
    public PoolNodesReport {
        var backends = state.pool(pool).backends();
        if (!backends.isSeen()) {
            throw LabException.failed(
                    pool + " does not answer show pool_nodes",
                    StateText.silence(backends, state.at()),
                    "start " + pool + ", or all side by side: pool_nodes --all");
        }
    }

    @Override
    public List<String> lines(Look look) {
        return new Table(COLUMNS, views().stream().map(PoolNodesReport::row).toList()).lines(look);
    }

    private static List<Cell> row(BackendView view) {
        return List.of(
                Cell.plain(view.backend()),
                Cell.plain(view.node()),
                Cell.plain(Lab.POSTGRES_PORT),
                BackendCell.status(view.status()),
                BackendCell.status(view.pgStatus()),
                Cell.plain(view.weight()),
                Cell.plain(view.role()),
                view.pgRole().equals(view.role())
                        ? Cell.plain(view.pgRole())
                        : new Cell(view.pgRole() + " !", Tone.WARN, false),
                view.isCounted() ? Cell.plain(view.selects()) : Cell.dim("?"),
                Cell.plain(view.loadBalanceNode()),
                Cell.plain(view.replicationDelay()),
                Cell.plain(view.replicationState()),
                Cell.plain(view.replicationSyncState()),
                Cell.plain(view.lastStatusChange()));
    }

    private List<BackendView> views() {
        return state.pool(pool).backends().value().orElseThrow();
    }

    @Override
    public Map<String, Object> json() {
        return new Fields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("pgpool", pool.name())
                .with("backends", PoolJson.backends(state.pool(pool)))
                .map();
    }
}
