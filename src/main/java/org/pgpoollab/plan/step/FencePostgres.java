package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Kills all processes of PostgreSQL and repmgrd on a node with SIGKILL, including stopped ones (SIGSTOP), and waits until they are gone. */
public record FencePostgres(Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    static final String LINE = "for p in /proc/[0-9]*; do case \"$(cat $p/comm 2>/dev/null)\" in"
            + " postgres|repmgrd) kill -KILL ${p#/proc/};; esac; done; true";

    @Override
    public String title() {
        return "fence " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.asRoot(node, LINE));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.run(node, Account.ROOT, Command.of("sh", "-c", LINE));
        if (!Await.until(() -> !context.engine().isAlive(node, Server.POSTGRES), LIMIT)) {
            throw LabException.failed(node + " could not be fenced", "its PostgreSQL is still there", "logs " + node);
        }
    }
}
