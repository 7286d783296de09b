package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Await;

/**
 * Waits until snapshots of the cluster show a certain state.
 *
 * @param stays how long every snapshot must show it; zero if one is enough
 * @param gap why the state is not reached yet; empty when it is reached
 * @param remedy what to type if the state is not reached within the limit
 */
public record AwaitState(
        String title, Duration stays, Duration limit, Function<ClusterState, Optional<String>> gap, String remedy)
        implements Step {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Creates a step for which one snapshot that shows the state is enough. */
    public AwaitState(String title, Duration limit, Function<ClusterState, Optional<String>> gap, String remedy) {
        this(title, Duration.ZERO, limit, gap, remedy);
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var last = new String[] {""};
        var told = new HashSet<String>();
        var missing = new long[] {System.nanoTime()};
        var seen = Await.until(
                () -> {
                    var now = gap.apply(context.observer().glance());
                    now.ifPresent(reason -> last[0] = reason);
                    now.map(AwaitState::withoutAge).filter(told::add).ifPresent(progress::waitingBecause);
                    if (now.isPresent()) {
                        missing[0] = System.nanoTime();
                    }
                    return now.isEmpty() && System.nanoTime() - missing[0] >= stays.toNanos();
                },
                limit,
                PAUSE);
        if (!seen) {
            throw LabException.failed(title + ": not within " + limit.toSeconds() + " s", last[0], remedy);
        }
    }

    /** Removes the duration of a node's silence, because it differs in every snapshot. */
    private static String withoutAge(String reason) {
        return reason.replaceAll(", for [0-9][^);]*", "");
    }
}
