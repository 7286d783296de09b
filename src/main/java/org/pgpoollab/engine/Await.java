package org.pgpoollab.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

/** Waits for a condition by polling it, with a deadline. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /**
     * Polls until {@code state} is true.
     *
     * @return whether it became true within the limit
     * @throws LabException with status 130 if this thread is interrupted
     */
    public static boolean until(BooleanSupplier state, Duration limit) {
        return until(state, limit, PAUSE);
    }

    public static boolean until(BooleanSupplier state, Duration limit, Duration pause) {
        var end = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
            stopIfInterrupted();
        }
        return true;
    }

    /** Polls values until one is as wished or the time is over, and returns the last one. */
    public static <T> T last(Supplier<T> look, Predicate<T> wished, Duration limit, Duration pause) {
        var last = new AtomicReference<T>();
        until(
                () -> {
                    last.set(look.get());
                    return wished.test(last.get());
                },
                limit,
                pause);
        return last.get();
    }

    /** @throws LabException with status 130 if this thread was interrupted; its interrupt flag stays set */
    public static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        }
    }

    /**
     * Runs a task with the interrupt flag cleared, and restores the flag afterwards. For clean-up that must run even after an interruption.
     */
    public static void undisturbed(Runnable task) {
        var wasInterrupted = Thread.interrupted();
        try {
            task.run();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
