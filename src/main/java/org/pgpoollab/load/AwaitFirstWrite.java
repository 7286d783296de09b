package org.pgpoollab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/** Waits until the load has written its first row, or has ended. */
record AwaitFirstWrite(LoadDirectory directory, String user) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** How long the load process may take to write its process file, which is the first thing that it does. */
    private static final Duration BIRTH = Duration.ofSeconds(3);

    @Override
    public String title() {
        return "wait for the first acknowledged write";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(
                Node.pgpool(0), "psql -h pgpool -U " + user + " -c 'SELECT count(*) FROM " + LoadTable.NAME + "'"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var process = new LoadProcess(directory.process());
        var loadStatus = new LoadStatusFile(directory.loadStatus());
        Await.until(() -> process.running().isPresent(), BIRTH);
        var last = new String[] {"it was not heard of"};
        var seen = Await.until(
                () -> {
                    var now = loadStatus.read();
                    now.map(LoadStatus::words)
                            .filter(words -> !words.isEmpty() && !words.equals(last[0]))
                            .ifPresent(words -> {
                                last[0] = words;
                                progress.waitingBecause(words);
                            });
                    return process.running().isEmpty()
                            || now.filter(felt -> felt.total() > 0).isPresent();
                },
                LIMIT);
        if (process.running().isEmpty()) {
            throw LabException.failed("the load ended at once", reason(loadStatus), "status; load start");
        }
        if (!seen) {
            throw LabException.failed(
                    "no write went through within " + LIMIT.toSeconds() + " s, so the load was ended again",
                    last[0],
                    "status");
        }
    }

    private String reason(LoadStatusFile loadStatus) {
        return loadStatus
                .read()
                .map(LoadStatus::words)
                .filter(words -> !words.isEmpty())
                .orElseGet(this::lastOfLog);
    }

    private String lastOfLog() {
        try {
            var lines = Files.readAllLines(directory.log());
            return lines.isEmpty() ? "its process ended without a message" : lines.get(0);
        } catch (IOException e) {
            return "its messages cannot be read: " + Reason.of(e);
        }
    }
}
