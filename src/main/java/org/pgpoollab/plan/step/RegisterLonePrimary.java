package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.Node;

/**
 * Registers a node with repmgr as the primary if it is the only primary and repmgr's table says otherwise, as after a stop between its
 * promotion and its registration. Otherwise its repmgrd would search for the former primary, and exit. Does nothing on a standby.
 */
public record RegisterLonePrimary(Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public String title() {
        return "ensure that repmgr knows what " + node + " is";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.comment(
                "if " + node + " is the only primary: " + RepmgrLines.lead(node).line()));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var last = new ClusterState[1];
        Await.until(
                () -> {
                    last[0] = context.observer().glance();
                    return last[0].postgres(node).says().isSeen();
                },
                LIMIT,
                PAUSE);
        if (last[0].primaries().equals(List.of(node))) {
            new RegisterPrimary(node).perform(context, progress);
        }
    }
}
