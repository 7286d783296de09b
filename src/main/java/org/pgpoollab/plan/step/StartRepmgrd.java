package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Starts repmgrd on a node and waits until it runs; does nothing if it runs already. */
public record StartRepmgrd(Node node) implements Step {

    private static final String ARGUMENTS = " -f /run/lab/repmgr.conf --daemonize";
    /** Redirects standard error to the log, because repmgrd reports some of its errors only there. */
    private static final String REDIRECTED = " >>" + Server.REPMGRD.log() + " 2>&1 </dev/null";

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public String title() {
        return "start repmgrd on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "repmgrd" + ARGUMENTS + REDIRECTED));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.REPMGRD, node, context);
        if (context.engine().isAlive(node, Server.REPMGRD)) {
            return;
        }
        var line = "exec " + ShellQuoting.quote(context.binaries().repmgrd().toString()) + ARGUMENTS + REDIRECTED;
        context.run(node, Account.POSTGRES, Command.of("sh", "-c", line));
        if (!Await.until(() -> context.engine().isAlive(node, Server.REPMGRD), LIMIT)) {
            throw LabException.failed(
                    "repmgrd did not start on " + node,
                    new ServerLog(context, node, Server.REPMGRD).lastTrouble("it said nothing"),
                    "logs " + node);
        }
    }
}
