package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;

/**
 * Runs several plans in parallel. The first one that fails ends the others, and its failure becomes the failure of this step.
 *
 * @param most the highest number of plans that run at a time; the next one begins when one has ended
 */
public record ParallelStep(String title, List<Plan> plans, int most) implements Step {

    private static final int WAVE = 2 * Runtime.getRuntime().availableProcessors();

    /** Longer than any program keeps running after its thread was interrupted. */
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(20);

    public ParallelStep {
        plans = List.copyOf(plans);
    }

    public ParallelStep(String title, List<Plan> plans) {
        this(title, plans, Math.max(1, plans.size()));
    }

    /**
     * Creates a step for plans that each keep a processor busy. Running more of them than the processors can handle takes no less time, and
     * makes other processes miss their deadlines, such as a pgpool's watchdog during its election.
     */
    public static ParallelStep inWaves(String title, List<? extends Step> steps) {
        return plansInWaves(title, of(title, steps).plans());
    }

    public static ParallelStep plansInWaves(String title, List<Plan> plans) {
        return new ParallelStep(title, plans, Math.max(1, Math.min(plans.size(), WAVE)));
    }

    public static ParallelStep of(String title, List<? extends Step> steps) {
        return new ParallelStep(
                title, steps.stream().map(step -> Plan.of(step.title(), step)).toList());
    }

    @Override
    public List<ShellLine> shell() {
        return plans.stream()
                .flatMap(plan -> plan.steps().stream())
                .flatMap(step -> step.shell().stream())
                .toList();
    }

    @Override
    public boolean leavesEvidence() {
        return plans.stream().flatMap(plan -> plan.steps().stream()).anyMatch(Step::leavesEvidence);
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var threads = Executors.newFixedThreadPool(most, task -> {
            var thread = new Thread(task, title);
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Void> ends = new ExecutorCompletionService<>(threads);
            tasks(context, progress).forEach(ends::submit);
            for (var i = 0; i < plans.size(); i++) {
                ends.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        } finally {
            end(threads);
        }
    }

    /** Waits, with a limit, until all threads have ended, because the next steps may undo what these do. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        Await.undisturbed(() -> {
            try {
                if (!threads.awaitTermination(LAST_MOMENTS.toSeconds(), TimeUnit.SECONDS)) {
                    throw LabException.failed(
                            "the steps that run at the same time do not end",
                            "they were interrupted " + LAST_MOMENTS.toSeconds() + " s ago",
                            "down");
                }
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private List<Callable<Void>> tasks(StepContext context, Progress progress) {
        var tasks = new ArrayList<Callable<Void>>();
        for (var plan : plans) {
            tasks.add(() -> {
                PlanRunner.run(plan, context, progress);
                return null;
            });
        }
        return tasks;
    }
}
