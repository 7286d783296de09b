package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Who gets how many rows. The prompt comes first, with a least that depends on the screen; then every node gets its row; then two
 * events; what is left goes to prompt and events, two to one.
 */
final class RowShares {

    private static final int HEADER_KEYS_AND_CLOSING_BORDER = 3;
    private static final int FEW_EVENTS = 2;

    private final View view;
    private final List<Pane> panes;
    private final int[] shares;
    private int left;

    record Share(Pane pane, int rows) {}

    RowShares(View view, int screenRows) {
        this.view = view;
        this.panes = fitting(Panes.of(view), screenRows - promptRows(view, screenRows));
        this.shares = panes.stream().mapToInt(Pane::leastRows).toArray();
        this.left = screenRows - promptRows(view, screenRows) - needs(panes);
    }

    private static int promptRows(View view, int screenRows) {
        return view.focus().mode() == Focus.Mode.GRID ? 2 : Math.min(6, screenRows / 3);
    }

    private static List<Pane> fitting(List<Pane> wanted, int rows) {
        var panes = wanted;
        while (!panes.isEmpty() && needs(panes) > rows) {
            panes = panes.subList(0, panes.size() - 1);
        }
        return panes;
    }

    private static int needs(List<Pane> panes) {
        return HEADER_KEYS_AND_CLOSING_BORDER
                + panes.size()
                + panes.stream().mapToInt(Pane::leastRows).sum();
    }

    List<Share> shares() {
        var given = true;
        while (given) {
            given = giveOneEach();
        }
        giveToLast(FEW_EVENTS - 1);
        giveToLast(isPromptSmall() ? left : left / 3);
        var all = new ArrayList<Share>();
        for (var index = 0; index < panes.size(); index++) {
            all.add(new Share(panes.get(index), shares[index]));
        }
        return all;
    }

    private boolean isPromptSmall() {
        return view.focus().eventsLarge() || view.focus().mode() == Focus.Mode.GRID;
    }

    /** One row more to every pane of nodes that has a use for it; says whether any had. */
    private boolean giveOneEach() {
        var given = false;
        for (var index = 0; index < panes.size(); index++) {
            var wants = panes.get(index) instanceof NodesPane
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
