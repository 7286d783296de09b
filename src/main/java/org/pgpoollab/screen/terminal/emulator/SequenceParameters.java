package org.pgpoollab.screen.terminal.emulator;

/**
 * The numbers of a control sequence, bounded in count and size, so that no program can ask for more than a screenful of work. A
 * number that was left out counts as 0.
 */
final class SequenceParameters {

    private static final int MOST = 32;
    private static final int HIGHEST = 0xffff;

    private final int[] values = new int[MOST];
    private final boolean[] belongsToTheOneBefore = new boolean[MOST];
    private int size = 1;
    private boolean isFull;

    void digit(int digit) {
        if (!isFull) {
            values[size - 1] = Math.min(HIGHEST, values[size - 1] * 10 + digit);
        }
    }

    /** Begins the next number: after a colon it is a part of the one before (ITU T.416), after a semicolon it stands alone. */
    void next(boolean isPart) {
        if (size == MOST) {
            isFull = true;
            return;
        }
        belongsToTheOneBefore[size] = isPart;
        size++;
    }

    /** At least 1: a sequence without any number has one that was left out. */
    int size() {
        return size;
    }

    int at(int index) {
        return index < size ? values[index] : 0;
    }

    /** The number as a count or a position, which is at least 1. */
    int count(int index) {
        return Math.max(1, at(index));
    }

    boolean isPart(int index) {
        return index < size && belongsToTheOneBefore[index];
    }
}
