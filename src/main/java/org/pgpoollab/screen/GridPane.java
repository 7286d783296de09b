package org.pgpoollab.screen;

import java.util.Optional;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** One part of the grid with its own title. It is stateless: everything that it shows comes from the view. */
public interface GridPane {

    String title(ScreenView view);

    /**
     * Returns the text at the right end of the title of a pane with {@code rows} rows, for example how many rows are scrolled out
     * of sight. It may be empty.
     */
    String note(ScreenView view, int rows);

    /** Returns the style role of the note: a warning, unless the pane overrides it. */
    default StyleRole noteMeaning(ScreenView view) {
        return StyleRole.WARN;
    }

    /** Returns whether the pane stays as it is while the grid is held. The others go on. */
    default boolean isHeldWithGrid() {
        return false;
    }

    /** Returns the minimum number of rows; with fewer the pane is not shown. */
    int leastRows();

    /** Returns the maximum number of rows that the pane can use, or should take. */
    int mostRows(ScreenView view);

    /** Paints the content between the borders. */
    void paint(ScreenView view, Canvas canvas);

    /** Returns the node in {@code row} of a pane with {@code rows} rows. */
    Optional<Node> nodeAt(ScreenView view, int row, int rows);
}
