package org.pgpoollab.load;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.Progress;
import org.pgpoollab.plan.ShellLine;
import org.pgpoollab.plan.Step;
import org.pgpoollab.plan.StepContext;

/** Ends the process that is the load: what is on its way is waited for, then the ledger is closed. Does nothing if there is none. */
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
    public void perform(StepContext workshop, Progress progress) {
        var process = new LoadProcess(directory.process());
        process.running().ifPresent(ProcessHandle::destroy);
        if (!Await.until(() -> process.running().isEmpty(), LIMIT)) {
            // The ledger is whole up to its last entry all the same.
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
