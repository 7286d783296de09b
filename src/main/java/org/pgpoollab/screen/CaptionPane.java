package org.pgpoollab.screen;

import java.time.Duration;
import java.util.Optional;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** The pane that shows the last events large, the newest at the bottom, for an audience that sits far away. */
final class CaptionPane implements GridPane {

    /** The rows of one event: its text in the middle, with room above and below. */
    static final int BAND_ROWS = 3;

    private static final int MOST_BANDS = 3;

    /** Events of this time are one happening, and are shown together. */
    private static final Duration TOGETHER = Duration.ofSeconds(3);

    @Override
    public String title(ScreenView view) {
        return "Last events";
    }

    @Override
    public String note(ScreenView view, int rows) {
        return "";
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(ScreenView view) {
        return BAND_ROWS * MOST_BANDS;
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var events = view.past().events();
        if (events.isEmpty()) {
            canvas.write(
                    1,
                    0,
                    view.theme().shown("· nothing has changed yet"),
                    view.theme().style(StyleRole.DIM));
            return;
        }
        var isRoomy = isRoomy(view, canvas);
        var left = canvas.rows();
        for (var index = events.size() - 1; index >= 0 && left > 0; index--) {
            var band = new CaptionBand(view, events.get(index), isRoomy);
            var rows = band.rows(canvas.columns(), left);
            left -= rows;
            band.paint(canvas.part(0, left, canvas.columns(), rows));
        }
    }

    /** Returns whether there are enough rows to have empty ones around each of the events that have come just now. */
    private static boolean isRoomy(ScreenView view, Canvas canvas) {
        var events = view.past().events();
        var rows = 0;
        for (var index = events.size() - 1; index >= 0; index--) {
            var band = new CaptionBand(view, events.get(index), true);
            if (band.age().compareTo(TOGETHER) >= 0) {
                break;
            }
            rows += band.rows(canvas.columns(), Integer.MAX_VALUE);
        }
        return rows <= canvas.rows();
    }
}
