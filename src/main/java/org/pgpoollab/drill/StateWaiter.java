package org.pgpoollab.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;

/** Waits for a state in the snapshots that a watcher delivers. One thread delivers snapshots, and another waits. */
final class StateWaiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Optional<ClusterState> last = Optional.empty();

    /**
     * @param when the time of the last snapshot
     * @param gap what was still missing at the end, as a sentence; empty if nothing was
     */
    record Seen(Instant when, String gap) {}

    void tell(ClusterState state) {
        lock.lock();
        try {
            last = Optional.of(state);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is missing.
     *
     * @param from snapshots before this time are ignored
     * @throws LabException with status 130 if this thread is interrupted
     */
    Seen await(Function<ClusterState, Optional<String>> gap, Instant from, Duration limit) {
        var left = limit.toNanos();
        var missing = Optional.of("nothing was seen of the lab");
        lock.lock();
        try {
            while (true) {
                var state = last.filter(seen -> seen.at().isAfter(from));
                if (state.isPresent()) {
                    missing = gap.apply(state.get());
                }
                if (missing.isEmpty() || left <= 0) {
                    return new Seen(last.map(ClusterState::at).orElse(from), missing.orElse(""));
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        } finally {
            lock.unlock();
        }
    }
}
