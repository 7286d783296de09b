package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Reports {@code show pool_nodes} as one pgpool answers it, under Pgpool-II's own column names. */
public record PoolNodesReport(ClusterState state, Node pool) implements Report {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.right("node_id"),
            TableColumn.left("hostname"),
            TableColumn.right("port"),
            TableColumn.left("status"),
            TableColumn.left("pg_status"),
            TableColumn.right("lb_weight"),
            TableColumn.left("role"),
            TableColumn.left("pg_role"),
            TableColumn.right("select_cnt"),
            TableColumn.left("load_balance_node"),
            TableColumn.right("replication_delay"),
            TableColumn.left("replication_state"),
            TableColumn.left("replication_sync_state"),
            TableColumn.left("last_status_change"));

    /** @throws LabException if this pgpool's backends were not seen, so that there is nothing to report */
    public PoolNodesReport {
        var backends = state.pool(pool).backends();
        if (!backends.isSeen()) {
            throw LabException.failed(
                    pool + " does not answer show pool_nodes",
                    StateText.silence(backends, state.at()),
                    "diagnose, or all side by side: pool_nodes --all");
        }
    }

    @Override
    public List<String> lines(TerminalLook look) {
        return new Table(COLUMNS, views().stream().map(PoolNodesReport::row).toList()).lines(look);
    }

    private static List<ReportCell> row(BackendView view) {
        return List.of(
                ReportCell.plain(view.backend()),
                ReportCell.plain(view.node()),
                ReportCell.plain(Lab.POSTGRES_PORT),
                BackendCell.status(view.status().toString()),
                BackendCell.status(view.pgStatus()),
                ReportCell.plain(view.weight()),
                ReportCell.plain(view.role()),
                view.pgRole().equals(view.role().toString())
                        ? ReportCell.plain(view.pgRole())
                        : new ReportCell(view.pgRole() + " !", Tone.WARN, false),
                view.isCounted() ? ReportCell.plain(view.selects()) : ReportCell.dim("?"),
                ReportCell.plain(view.loadBalanceNode()),
                ReportCell.plain(view.replicationDelay()),
                ReportCell.plain(view.replicationState()),
                ReportCell.plain(view.replicationSyncState()),
                ReportCell.plain(view.lastStatusChange()));
    }

    private List<BackendView> views() {
        return state.pool(pool).backends().value().orElseThrow();
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("pgpool", pool.name())
                .with("backends", PoolJson.backends(state.pool(pool)))
                .map();
    }
}
