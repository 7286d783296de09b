package org.pgpoollab.observe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;

/**
 * Lets several threads share snapshots. A thread that asks while a snapshot is being taken gets the next one, together with all others that
 * ask meanwhile. So no thread gets a snapshot that began before its request.
 */
final class SharedObservation {

    private final Supplier<ClusterState> look;
    private final Lock oneAtATime;
    private CompletableFuture<ClusterState> next;

    /** @param oneAtATime the lock that is held while a snapshot is taken */
    SharedObservation(Supplier<ClusterState> look, Lock oneAtATime) {
        this.look = look;
        this.oneAtATime = oneAtATime;
    }

    /** @throws LabException with status 130 if interrupted */
    ClusterState take() {
        while (true) {
            var mine = new CompletableFuture<ClusterState>();
            var shared = join(mine);
            if (shared == mine) {
                return lead(mine);
            }
            try {
                return shared.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw interrupted();
            } catch (ExecutionException notLooked) {
                // The thread that took the snapshot was interrupted, which does not concern this one: try again.
            }
        }
    }

    private synchronized CompletableFuture<ClusterState> join(CompletableFuture<ClusterState> mine) {
        if (next == null) {
            next = mine;
        }
        return next;
    }

    private ClusterState lead(CompletableFuture<ClusterState> mine) {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException stopped) {
            begun();
            Thread.currentThread().interrupt();
            var failure = interrupted();
            mine.completeExceptionally(failure);
            throw failure;
        }
        try {
            begun();
            var seen = look.get();
            mine.complete(seen);
            return seen;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Marks the snapshot as begun: a thread that asks from now on waits for the next one. */
    private synchronized void begun() {
        next = null;
    }

    private static LabException interrupted() {
        return LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
    }
}
