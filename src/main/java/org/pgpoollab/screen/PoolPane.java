package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** The pane of the Pgpool-II nodes: watchdog, VIP, clients and the reads sent to each backend. */
final class PoolPane extends NodesPane {

    @Override
    public String title(ScreenView view) {
        return "Pgpool-II";
    }

    @Override
    List<Node> nodes(ScreenView view) {
        return view.lab().pgpoolNodes();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var rows =
                view.shownState().pools().stream().map(pool -> row(view, pool)).toList();
        var sets = PoolColumns.narrowing(view.lab());
        new NodeGrid<>(sets, rows, canvas.columns(), view).paint(canvas, top(view, canvas.rows()));
    }

    private static PoolRow row(ScreenView view, PoolNode pool) {
        return new PoolRow(view.shownState(), pool, view.past().reads(), view.moment(), view.isRunning());
    }
}
