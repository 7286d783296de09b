package org.pgpoollab.observe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;

/**
 * Lets several threads look without looking as often as there are threads: who comes while a look goes on gets what the next one sees,
 * together with all others that came meanwhile. So nobody is told what was seen before he asked.
 */
final class SharedObservation {

    private final Supplier<ClusterState> look;
    private final Lock oneAtATime;
    private CompletableFuture<ClusterState> next;

    /** @param oneAtATime held while it looks */
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
                // Whoever looked was stopped, which is not for us: look again.
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

    /** From now on who comes has to wait for another look. */
    private synchronized void begun() {
        next = null;
    }

    private static LabException interrupted() {
        return LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
    }
}
