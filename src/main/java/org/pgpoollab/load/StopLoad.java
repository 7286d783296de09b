package org.pgpoollab.load;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Stops the load process: it finishes the statements in progress and closes the ledger. Does nothing if no load runs. */
record StopLoad(LoadDirectory directory) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    @Override
    public String title() {
        return "end the load and close its ledger";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("kill $(cut -d' ' -f1 " + directory.process() + ")"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var process = new LoadProcess(directory.process());
        process.running().ifPresent(ProcessHandle::destroy);
        if (!Await.until(() -> process.running().isEmpty(), LIMIT)) {
            // A killed load is acceptable: the ledger is valid up to its last complete entry.
            process.running().ifPresent(ProcessHandle::destroyForcibly);
            if (!Await.until(() -> process.running().isEmpty(), KILL_LIMIT)) {
                throw LabException.failed(
                        "the load did not end within " + LIMIT.plus(KILL_LIMIT).toSeconds() + " s",
                        "its process hangs",
                        "load stop");
            }
        }
        process.forget();
    }
}
