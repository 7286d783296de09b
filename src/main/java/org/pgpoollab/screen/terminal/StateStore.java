package org.pgpoollab.screen.terminal;

import java.util.function.UnaryOperator;

/**
 * One value that several threads change and one draws. Each change replaces the whole, so whoever draws sees nothing half done; if
 * changes come faster than they are drawn, only the last one is.
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

    /** @param change must be quick and must not fail */
    synchronized void change(UnaryOperator<T> change) {
        now = change.apply(now);
        touch();
    }

    /** Something that is drawn but is no part of the value has changed. */
    synchronized void touch() {
        changed = true;
        notifyAll();
    }

    /** Nothing needs to be drawn any more. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /**
     * Waits until there is something to draw, or until the time is over: clocks go on though nothing happens.
     *
     * @return false when the end has come
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
