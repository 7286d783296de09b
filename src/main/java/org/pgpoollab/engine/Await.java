package org.pgpoollab.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

/** Waits for a state by looking again and again, with a deadline. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /**
     * Looks until {@code state} holds.
     *
     * @return whether it held within the limit
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

    /** @throws LabException with status 130 if this thread was interrupted; it stays so */
    public static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        }
    }

    /** Does what has to be done also after an interruption, which stays as it was. */
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
