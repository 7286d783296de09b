package org.pgpoollab.screen.terminal.emulator;

/**
 * The numbers of a control sequence. Their count and size are limited, so that no sequence causes more work than filling the
 * screen. An omitted number counts as 0.
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

    /** Begins the next number. After a colon it is a part of the one before (ITU T.416), after a semicolon it is independent. */
    void next(boolean isPart) {
        if (size == MOST) {
            isFull = true;
            return;
        }
        belongsToTheOneBefore[size] = isPart;
        size++;
    }

    /** Returns at least 1: a sequence without numbers has one omitted number. */
    int size() {
        return size;
    }

    int at(int index) {
        return index < size ? values[index] : 0;
    }

    /** Returns the number as a count or a position, which is at least 1. */
    int count(int index) {
        return Math.max(1, at(index));
    }

    boolean isPart(int index) {
        return index < size && belongsToTheOneBefore[index];
    }
}
