package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** The pane of the PostgreSQL nodes: each node's own state next to what pgpools and repmgr believe about it. */
final class PostgresPane extends NodesPane {

    @Override
    public String title(ScreenView view) {
        return "PostgreSQL";
    }

    @Override
    List<Node> nodes(ScreenView view) {
        return view.lab().postgresNodes();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var rows = view.shownState().postgres().stream()
                .map(seen -> row(view, seen))
                .toList();
        var sets = PostgresColumns.narrowing(view.lab());
        new NodeGrid<>(sets, rows, canvas.columns(), view).paint(canvas, top(view, canvas.rows()));
    }

    private static PostgresRow row(ScreenView view, PostgresNode seen) {
        return new PostgresRow(view.shownState(), seen, view.past().recent(), view.moment(), view.isRunning());
    }
}
