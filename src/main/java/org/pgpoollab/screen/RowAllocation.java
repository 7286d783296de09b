package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Distributes the rows of the screen. The prompt gets its minimum, which depends on the screen's size; then each node gets one row;
 * then a lesson and the load pane get theirs, and the events get two, or three if they are captions. The prompt gets
 * two thirds of the rest, the events one third. Where there is too little for a lesson, the load and the events make room for it.
 */
final class RowAllocation {

    private static final int HEADER_KEYS_AND_CLOSING_BORDER = 3;
    private static final int FEW_EVENTS = 2;

    private final ScreenView view;
    private final List<GridPane> panes;
    private final int[] shares;
    private final int[] most;
    private int left;

    record Share(GridPane pane, int rows) {}

    RowAllocation(ScreenView view, List<GridPane> wanted, int screenRows) {
        this.view = view;
        var promptRows = promptRows(view, wanted, screenRows);
        this.panes = fitting(view, wanted, screenRows - promptRows);
        this.shares = panes.stream().mapToInt(GridPane::leastRows).toArray();
        this.most = panes.stream().mapToInt(pane -> pane.mostRows(view)).toArray();
        this.left = screenRows - promptRows - needs(panes);
    }

    /** While a lesson among the panes asks, the prompt leaves it two rows for the answers. */
    private static int promptRows(ScreenView view, List<GridPane> wanted, int screenRows) {
        var asks = wanted.stream().anyMatch(LessonPane.class::isInstance)
                && !view.lesson().view().question().isEmpty();
        return switch (view.focus().mode()) {
            case GRID -> 2;
            case BOTH, OUTPUT -> Math.min(asks ? 4 : 6, screenRows / 3);
            case PLAYBACK -> Math.min(TimeBar.ROWS, screenRows / 3);
        };
    }

    private static List<GridPane> fitting(ScreenView view, List<GridPane> wanted, int rows) {
        var panes = withoutEventsIfTight(view, withoutLoadIfTight(view, wanted, rows), rows);
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

    /** Drops the events if there are not enough rows for every node and what a lesson says is to be done. */
    private static List<GridPane> withoutEventsIfTight(ScreenView view, List<GridPane> panes, int rows) {
        var wish = panes.stream()
                .mapToInt(pane -> 1 + (pane instanceof EventsPane ? 1 : pane.mostRows(view)))
                .sum();
        var hasLesson = panes.stream().anyMatch(LessonPane.class::isInstance);
        return hasLesson && HEADER_KEYS_AND_CLOSING_BORDER + wish > rows
                ? panes.stream().filter(pane -> !(pane instanceof EventsPane)).toList()
                : panes;
    }

    private static int needs(List<GridPane> panes) {
        return HEADER_KEYS_AND_CLOSING_BORDER
                + panes.size()
                + panes.stream().mapToInt(GridPane::leastRows).sum();
    }

    List<Share> shares() {
        giveTo(NodesPane.class);
        giveToLast(panes.contains(PaneList.CAPTION) ? CaptionPane.BAND_ROWS - 1 : FEW_EVENTS - 1);
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
            var wants = kind.isInstance(panes.get(index)) && shares[index] < most[index];
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
        var wants = isPromptSmall() ? left : most[last] - shares[last];
        var given = Math.max(0, Math.min(Math.min(rows, left), wants));
        shares[last] += given;
        left -= given;
    }
}
