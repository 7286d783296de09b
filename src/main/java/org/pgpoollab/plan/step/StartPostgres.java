package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Starts PostgreSQL on a node and waits until it accepts connections; does nothing if it runs already. */
public record StartPostgres(Node node) implements Step {

    private static final String ARGUMENTS = " -D /run/lab/data -l /run/lab/postgresql.log -s -w -t 60 start";

    @Override
    public String title() {
        return "start PostgreSQL on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "pg_ctl" + ARGUMENTS));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.POSTGRES, node, context);
        if (context.engine().isAlive(node, Server.POSTGRES)) {
            return;
        }
        requireData(context);
        RewindMark.refuseStart(context, node);
        var command = Command.of(words(context)).within(java.time.Duration.ofSeconds(70));
        var ended = context.run(node, Account.POSTGRES, command);
        if (!ended.succeeded()) {
            throw LabException.failed(
                    "PostgreSQL did not start on " + node,
                    new ServerLog(context, node, Server.POSTGRES).lastTrouble(ended.lastWords()),
                    "logs " + node);
        }
    }

    /**
     * Returns the shell command of the start. It sets the directory's mode, because PostgreSQL refuses a directory that others may read. It
     * removes a stale PID file: the process id in it may belong to any process by now, and PostgreSQL would refuse to start.
     */
    private List<String> words(StepContext context) {
        var pgCtl = ShellQuoting.quote(context.binaries().postgres("pg_ctl").toString());
        return List.of(
                "sh", "-c", "rm -f /run/lab/data/postmaster.pid; chmod 700 /run/lab/data; exec " + pgCtl + ARGUMENTS);
    }

    private void requireData(StepContext context) {
        if (!Files.exists(context.engine().directory(node).resolve("data/PG_VERSION"))) {
            throw LabException.failed(node + " has no data", "its data directory is empty or gone", "reclone " + node);
        }
    }
}
