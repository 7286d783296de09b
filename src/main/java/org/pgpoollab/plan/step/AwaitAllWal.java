package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.Node;

/** Waits until a standby has received all WAL of its cleanly stopped primary. The shutdown checkpoint is the last record. */
public record AwaitAllWal(Node old, Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final Pattern CHECKPOINT = Pattern.compile("Latest checkpoint location:\\s*(\\S+)");

    @Override
    public String title() {
        return "wait until " + node + " has all WAL of " + old;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.on(old, "pg_controldata -D /run/lab/data | grep 'Latest checkpoint location'"),
                ShellLine.on(node, "psql -d postgres -c 'select pg_last_wal_receive_lsn()'"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var last = last(context);
        if (!Await.until(() -> has(context, last), LIMIT, PAUSE)) {
            throw LabException.failed(
                    node + " has not all WAL of " + old,
                    "its primary ended at " + last + ", and that has not arrived",
                    "status");
        }
    }

    private boolean has(StepContext context, Lsn last) {
        return context.observer()
                .glance()
                .postgres(node)
                .says()
                .value()
                .map(PostgresFacts::written)
                .filter(received -> received.compareTo(last) > 0)
                .isPresent();
    }

    private Lsn last(StepContext context) {
        var ended =
                new RunShellLine(old, title(), "pg_controldata -D /run/lab/data", LIMIT, "logs " + old).run(context);
        var found = CHECKPOINT.matcher(ended.output());
        if (!ended.output().contains("shut down") || !found.find()) {
            throw LabException.failed(old + " did not end cleanly", ended.lastWords(), "status");
        }
        return Lsn.parse(found.group(1));
    }
}
