package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.observe.Server;
import org.pgpoollab.topology.Node;

/** Stops a pgpool and waits until it is gone; does nothing if it does not run. */
record StopPgpool(Node node, StopMode mode) implements Step {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public String title() {
        return "stop Pgpool-II on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "pgpool" + arguments()));
    }

    private String arguments() {
        return " -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -m " + mode.word() + " stop";
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        Frozen.refuse(title(), Server.PGPOOL, node, workshop);
        if (!Server.PGPOOL.runsOn(node, workshop.engine())) {
            progress.note("Pgpool-II on " + node + " was not running");
            return;
        }
        var line = "exec " + workshop.binaries().pgpool() + arguments() + " >/dev/null";
        var ended =
                workshop.run(node, Account.ROOT, Command.of("sh", "-c", line).within(LIMIT));
        if (!Await.until(() -> !Server.PGPOOL.runsOn(node, workshop.engine()), LIMIT)) {
            throw LabException.failed(
                    "Pgpool-II did not stop on " + node,
                    ended.lastWords(),
                    mode == StopMode.SMART ? "stop --mode fast " + node : "logs " + node);
        }
    }
}
