package org.pgpoollab.save;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/**
 * Waits until a restored lab is what the saved one was. It must have the same hosts, servers, roles and faults. What pgpools believe, and who
 * holds the VIP, goes on changing by itself in a lab that has trouble: differences in that are told.
 *
 * @param limit how long hosts, servers, roles and faults may take
 */
record AwaitSavedState(String name, SavedState saved, Duration limit) implements Step {

    private static final Duration BELIEFS = Duration.ofSeconds(20);
    /** Longer than a pgpool takes to join the watchdog, with an election that is held twice. */
    private static final Duration STARTING = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Override
    public String title() {
        return "compare roles, beliefs and faults with what was saved";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("./pgpool-lab status"));
    }

    @Override
    public boolean leavesEvidence() {
        return true;
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var different = await(context, progress, saved::differences, limit);
        if (!different.isEmpty()) {
            throw new LabException(
                    Exit.FAILED,
                    List.of(new Problem(
                            "the lab is not what it was when " + name + " was saved",
                            String.join("\n", different),
                            "diagnose")));
        }
        await(context, progress, saved::differentBeliefs, BELIEFS)
                .forEach(difference -> progress.note("! other than saved: " + difference));
    }

    private static List<String> await(
            StepContext context, Progress progress, Function<SavedState, List<String>> differences, Duration limit) {
        var last = new LastDifferences(context, progress, differences);
        Await.until(last::areNone, limit, PAUSE);
        return last.found;
    }

    /** Compares again and again, and keeps what differed last. A pgpool that starts is not taken for one that does not answer. */
    private static final class LastDifferences {

        private final StepContext context;
        private final Progress progress;
        private final Function<SavedState, List<String>> differences;
        private final HashSet<String> told = new HashSet<>();
        private final long begun = System.nanoTime();
        private List<String> found = List.of();

        LastDifferences(StepContext context, Progress progress, Function<SavedState, List<String>> differences) {
            this.context = context;
            this.progress = progress;
            this.differences = differences;
        }

        boolean areNone() {
            var now = SavedState.of(context.observer().glance(), context.engine());
            found = differences.apply(now);
            found.stream().findFirst().filter(told::add).ifPresent(progress::waitingBecause);
            return found.isEmpty() && (!now.hasSilentPool() || System.nanoTime() - begun > STARTING.toNanos());
        }
    }
}
