package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Stops repmgrd on a node and waits until it is gone; does nothing if it does not run. */
public record StopRepmgrd(Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public String title() {
        return "stop repmgrd on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, line()));
    }

    private static String line() {
        return "kill $(cat " + Server.REPMGRD.pidFile() + ")";
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.REPMGRD, node, context);
        if (!context.engine().isAlive(node, Server.REPMGRD)) {
            return;
        }
        context.run(node, Account.POSTGRES, Command.of("sh", "-c", line()));
        if (!Await.until(() -> !context.engine().isAlive(node, Server.REPMGRD), LIMIT)) {
            throw LabException.failed(
                    "repmgrd did not stop on " + node,
                    "it is still there after " + LIMIT.toSeconds() + " s",
                    "logs " + node);
        }
    }
}
