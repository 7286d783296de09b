package org.pgpoollab.plan;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Await;

/**
 * Waits until the cluster is seen in a state.
 *
 * @param gap why it is not yet so; empty when it is
 * @param remedy what to type if it does not become so
 */
record AwaitState(String title, Duration limit, Function<ClusterState, Optional<String>> gap, String remedy)
        implements Step {

    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var last = new String[] {""};
        var told = new HashSet<String>();
        var seen = Await.until(
                () -> {
                    var now = gap.apply(context.observer().glance());
                    now.ifPresent(reason -> last[0] = reason);
                    now.map(AwaitState::withoutAge).filter(told::add).ifPresent(progress::waitingBecause);
                    return now.isEmpty();
                },
                limit,
                PAUSE);
        if (!seen) {
            throw LabException.failed(title + ": not within " + limit.toSeconds() + " s", last[0], remedy);
        }
    }

    /** For how long a node has been silent changes at every look. */
    private static String withoutAge(String reason) {
        return reason.replaceAll(", for [0-9][^);]*", "");
    }
}
