package org.pgpoollab.screen.terminal.emulator;

import java.util.BitSet;

/** The columns that a tab moves to: every eighth, apart from stops that a program has set or cleared. */
final class TabStops {

    private static final int DISTANCE = 8;

    private final BitSet set = new BitSet();
    private final BitSet cleared = new BitSet();
    private boolean areAllCleared;

    void set(int column) {
        set.set(column);
        cleared.clear(column);
    }

    void clear(int column) {
        set.clear(column);
        cleared.set(column);
    }

    void clearAll() {
        set.clear();
        areAllCleared = true;
    }

    /** Returns the next stop to the right, or the last column. */
    int after(int column, int columns) {
        var next = column + 1;
        while (next < columns - 1 && !isStop(next)) {
            next++;
        }
        return Math.min(next, columns - 1);
    }

    /** Returns the next stop to the left, or the first column. */
    int before(int column) {
        var next = column - 1;
        while (next > 0 && !isStop(next)) {
            next--;
        }
        return Math.max(next, 0);
    }

    private boolean isStop(int column) {
        return set.get(column) || (!areAllCleared && column % DISTANCE == 0 && !cleared.get(column));
    }
}
