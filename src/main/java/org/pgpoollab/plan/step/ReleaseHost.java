package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.Node;

/**
 * Lets a host go on that somebody holds with another tool than this program: no process on it can be started or signalled before.
 *
 * @param byHand the shell lines of the lab's engine for it
 */
public record ReleaseHost(Node node, List<String> byHand) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    public ReleaseHost {
        byHand = List.copyOf(byHand);
    }

    @Override
    public String title() {
        return "let the host of " + node + " go on";
    }

    @Override
    public List<ShellLine> shell() {
        return byHand.stream().map(ShellLine::here).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().release(node);
        if (!Await.until(() -> !isHeld(context), LIMIT)) {
            throw LabException.failed(
                    "the host of " + node + " does not go on",
                    "it is still held after " + LIMIT.toSeconds() + " s",
                    "kill " + node);
        }
    }

    private boolean isHeld(StepContext context) {
        return context.engine()
                .trouble(node)
                .filter(trouble -> trouble.kind() == HostTrouble.Kind.HELD)
                .isPresent();
    }
}
