package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;

/**
 * Reports what each pgpool believes of each backend, next to PostgreSQL's own state. A belief in {@link Disagreement} is marked
 * {@code !}.
 */
public record PoolNodesSideBySide(ClusterState state) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var pools =
                state.pools().stream().map(pool -> TableColumn.left(pool.node().name()));
        var columns = Stream.concat(Stream.of(TableColumn.left("node"), TableColumn.left("says of itself")), pools)
                .toList();
        var lines = new ArrayList<>(
                new Table(columns, state.postgres().stream().map(this::row).toList()).lines(look));
        if (anyDisagrees()) {
            lines.add("");
            lines.add(VisibleText.of("! differs from the other pgpools, or from what PostgreSQL says of itself", look));
        }
        return lines;
    }

    private List<ReportCell> row(PostgresNode seen) {
        var own = Stream.of(ReportCell.plain(seen.node()), new PostgresCells(state, seen).says());
        return Stream.concat(own, state.pools().stream().map(pool -> cell(seen, pool)))
                .toList();
    }

    private ReportCell cell(PostgresNode seen, PoolNode pool) {
        if (!pool.backends().isSeen()) {
            return UnseenReason.cell(state, pool.backends());
        }
        return Disagreement.view(seen, pool)
                .map(view -> BackendCell.belief(view, disagrees(seen, view)))
                .orElse(ReportCell.marked(Tone.WARN, "no such backend"));
    }

    private boolean anyDisagrees() {
        return state.postgres().stream()
                .anyMatch(seen -> Disagreement.views(state, seen).stream().anyMatch(view -> disagrees(seen, view)));
    }

    private boolean disagrees(PostgresNode seen, BackendView view) {
        return Disagreement.of(state, seen, view);
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("backends", state.postgres().stream().map(this::json).toList())
                .map();
    }

    private Map<String, Object> json(PostgresNode seen) {
        return new JsonFields()
                .with("node", seen.node().name())
                .with("state", PostgresJson.word(seen))
                .with(
                        "pgpool",
                        state.pools().stream().map(pool -> json(seen, pool)).toList())
                .map();
    }

    private Map<String, Object> json(PostgresNode seen, PoolNode pool) {
        var view = Disagreement.view(seen, pool);
        return new JsonFields()
                .with("name", pool.node().name())
                .with("reason", pool.backends().reason())
                .with("status", view.map(BackendView::status).orElse(null))
                .with("pgStatus", view.map(BackendView::pgStatus).orElse(null))
                .with("role", view.map(BackendView::role).orElse(null))
                .with("pgRole", view.map(BackendView::pgRole).orElse(null))
                .with("disagrees", view.map(belief -> disagrees(seen, belief)).orElse(null))
                .map();
    }
}
