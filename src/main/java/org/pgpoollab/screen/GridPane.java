package org.pgpoollab.screen;

import java.util.Optional;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** A part of the grid with a title of its own. Holds nothing: what it shows comes with the view. */
public interface GridPane {

    String title(ScreenView view);

    /** What stands at the right end of the title, of a pane with so many rows: what is scrolled out of sight, say. May be empty. */
    String note(ScreenView view, int rows);

    /** What that is: a warning, unless the pane says otherwise. */
    default StyleRole noteMeaning(ScreenView view) {
        return StyleRole.WARN;
    }

    /** With fewer rows than this it is not worth showing. */
    int leastRows();

    /** With more rows than this it has nothing more to show, or should leave them to others. */
    int mostRows(ScreenView view);

    /** Paints what is between the borders. */
    void paint(ScreenView view, Canvas canvas);

    /** The node in that row of a pane with so many rows. */
    Optional<Node> nodeAt(ScreenView view, int row, int rows);
}
