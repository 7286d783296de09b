package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Distributes the rows of the screen. The prompt gets its minimum, which depends on the screen's size; then each node gets one row;
 * then a lesson and the load pane get theirs, and the events get two. The prompt gets two thirds of the rest, the events one third.
 */
final class RowAllocation {

    private static final int HEADER_KEYS_AND_CLOSING_BORDER = 3;
    private static final int FEW_EVENTS = 2;

    private final ScreenView view;
    private final List<GridPane> panes;
    private final int[] shares;
    private int left;

    record Share(GridPane pane, int rows) {}

    RowAllocation(ScreenView view, List<GridPane> wanted, int screenRows) {
        this.view = view;
        this.panes = fitting(view, wanted, screenRows - promptRows(view, screenRows));
        this.shares = panes.stream().mapToInt(GridPane::leastRows).toArray();
        this.left = screenRows - promptRows(view, screenRows) - needs(panes);
    }

    private static int promptRows(ScreenView view, int screenRows) {
        return switch (view.focus().mode()) {
            case GRID -> 2;
            case BOTH, OUTPUT -> Math.min(6, screenRows / 3);
            case PLAYBACK -> Math.min(TimeBar.ROWS, screenRows / 3);
        };
    }

    private static List<GridPane> fitting(ScreenView view, List<GridPane> wanted, int rows) {
        var panes = withoutLoadIfTight(view, wanted, rows);
        while (!panes.isEmpty() && needs(panes) > rows) {
            panes = panes.subList(0, panes.size() - 1);
        }
        return panes;
    }

    /** Drops the load pane if there are not enough rows for every node, one event and the load. */
    private static List<GridPane> withoutLoadIfTight(ScreenView view, List<GridPane> panes, int rows) {
        var wish = panes.stream()
                .mapToInt(pane -> 1 + (pane instanceof NodesPane ? pane.mostRows(view) : pane.leastRows()))
                .sum();
        return HEADER_KEYS_AND_CLOSING_BORDER + wish <= rows
                ? panes
                : panes.stream().filter(pane -> !(pane instanceof LoadPane)).toList();
    }

    private static int needs(List<GridPane> panes) {
        return HEADER_KEYS_AND_CLOSING_BORDER
                + panes.size()
                + panes.stream().mapToInt(GridPane::leastRows).sum();
    }

    List<Share> shares() {
        giveTo(NodesPane.class);
        giveToLast(FEW_EVENTS - 1);
        giveTo(LessonPane.class);
        giveToLast(isPromptSmall() ? left : left / 3);
        var all = new ArrayList<Share>();
        for (var index = 0; index < panes.size(); index++) {
            all.add(new Share(panes.get(index), shares[index]));
        }
        return all;
    }

    private boolean isPromptSmall() {
        return view.focus().eventsLarge() || view.focus().mode() == Focus.Mode.GRID || view.isPlayback();
    }

    /** Gives one row after another to each pane of this kind that can use it. */
    private void giveTo(Class<? extends GridPane> kind) {
        var given = true;
        while (given) {
            given = giveOneEach(kind);
        }
    }

    /** Returns whether any pane got a row. */
    private boolean giveOneEach(Class<? extends GridPane> kind) {
        var given = false;
        for (var index = 0; index < panes.size(); index++) {
            var wants = kind.isInstance(panes.get(index))
                    && shares[index] < panes.get(index).mostRows(view);
            if (wants && left > 0) {
                shares[index]++;
                left--;
                given = true;
            }
        }
        return given;
    }

    private void giveToLast(int rows) {
        var last = panes.size() - 1;
        if (last < 0 || panes.get(last) instanceof NodesPane) {
            return;
        }
        var wants = isPromptSmall() ? left : panes.get(last).mostRows(view) - shares[last];
        var given = Math.max(0, Math.min(Math.min(rows, left), wants));
        shares[last] += given;
        left -= given;
    }
}
