package org.pgpoollab.screen.terminal.emulator;

import java.util.Arrays;
import org.pgpoollab.screen.picture.Glyph;

/** A ring buffer of the lines that have left the screen at its top. When it is full, the oldest line is dropped. */
final class Scrollback {

    private final Glyph[][] ring;
    private int oldest;
    private int size;

    Scrollback(int capacity) {
        this.ring = new Glyph[capacity][];
    }

    int size() {
        return size;
    }

    /**
     * Returns a line.
     *
     * @param index 0 for the oldest line
     */
    Glyph[] line(int index) {
        return ring[(oldest + index) % ring.length];
    }

    void push(Glyph[] line) {
        if (ring.length == 0) {
            return;
        }
        if (size == ring.length) {
            ring[oldest] = line;
            oldest = (oldest + 1) % ring.length;
            return;
        }
        ring[(oldest + size) % ring.length] = line;
        size++;
    }

    /** Removes and returns the newest line. There must be one. */
    Glyph[] pull() {
        size--;
        var place = (oldest + size) % ring.length;
        var line = ring[place];
        ring[place] = null;
        return line;
    }

    void clear() {
        Arrays.fill(ring, null);
        oldest = 0;
        size = 0;
    }
}
