package org.pgpoollab.observe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a task on a daemon thread of its own, with a pause after each time, until it is closed. A failure is told to the thread's handler
 * of uncaught exceptions, and the task goes on.
 */
public final class RepeatedTask implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Duration pause;
    private final Runnable task;
    private final Runnable last;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Prepares it; {@link #start} begins.
     *
     * @param last what the thread does after the task was done for the last time
     */
    public RepeatedTask(String threadName, Duration pause, Runnable task, Runnable last) {
        this.pause = pause;
        this.task = task;
        this.last = last;
        this.thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        do {
            try {
                task.run();
            } catch (RuntimeException e) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        } while (isOpenAfterPause());
        last.run();
    }

    private boolean isOpenAfterPause() {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends within a second, even if the task hangs. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
