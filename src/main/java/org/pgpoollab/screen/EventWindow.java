package org.pgpoollab.screen;

/**
 * The events that fit into a pane.
 *
 * @param first the index of the uppermost one
 * @param end the index after the lowest one
 */
record EventWindow(int first, int end) {

    /** Returns the window over {@code size} events that is scrolled back, so that the oldest event stays in the first row. */
    static EventWindow of(int size, int rows, int back) {
        var end = size - Math.min(back, Math.max(0, size - rows));
        return new EventWindow(Math.max(0, end - rows), end);
    }

    /** Returns the same window, or the nearest one that has the selected event. */
    static EventWindow with(int selected, int size, int rows, int back) {
        var window = of(size, rows, back);
        if (selected < window.first()) {
            return of(size, rows, size - selected - rows);
        }
        return selected < window.end() ? window : of(size, rows, size - 1 - selected);
    }

    /** Returns how many events are newer than the lowest one. */
    int back(int size) {
        return size - end;
    }
}
