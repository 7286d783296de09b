package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/**
 * Waits until pgpools that were started together have the view of their leader, and restarts those that started while the leader still
 * searched for the primary.
 */
record AdoptLeaderView() implements Step {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Override
    public String title() {
        return "ensure that the pgpools have the view of their leader";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var dissenters = new RestartDissenters(context, progress);
        var agreed = Await.until(
                () -> {
                    var state = context.observer().glance();
                    dissenters.perform(state, System.nanoTime());
                    return !Dissent.isAnywhere(state);
                },
                TIME_LIMIT,
                PAUSE);
        if (!agreed) {
            throw LabException.failed(
                    "a pgpool does not have the view of its leader after " + TIME_LIMIT.toSeconds() + " s",
                    "the leader is right, and a restart did not make it learn from the leader",
                    "diagnose");
        }
    }
}
