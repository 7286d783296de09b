package org.pgpoollab.screen.terminal;

import java.util.function.UnaryOperator;

/**
 * Holds one value that several threads change and one thread draws. Each change replaces the whole value, so the drawing thread
 * never sees a partial change. If changes come faster than they are drawn, only the last one is drawn.
 */
final class StateStore<T> {

    private T now;
    private boolean changed = true;
    private boolean over;

    StateStore(T first) {
        now = first;
    }

    synchronized T now() {
        return now;
    }

    /**
     * Replaces the value.
     *
     * @param change must be quick and must not fail
     */
    synchronized void change(UnaryOperator<T> change) {
        now = change.apply(now);
        touch();
    }

    /** Requests a redraw for a change that is not part of the value. */
    synchronized void touch() {
        changed = true;
        notifyAll();
    }

    /** Ends drawing. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /**
     * Waits for a change, or at most for this time, so that clocks are redrawn too.
     *
     * @return false when drawing has ended
     */
    synchronized boolean awaitChange(long milliseconds) throws InterruptedException {
        var end = System.nanoTime() + milliseconds * 1_000_000;
        for (var left = milliseconds; !changed && !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        changed = false;
        return !over;
    }
}
