package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Starts PostgreSQL on a node and waits until it accepts connections; does nothing if it runs already. */
public record StartPostgres(Node node) implements Step {

    private static final String ARGUMENTS = " -D /run/lab/data -l /run/lab/postgresql.log -s -w -t 60 start";

    /** Prints user, database, client and state of each session, from the titles of the server's processes, which begin with the node. */
    private static final String SESSIONS =
            "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | sed -nE 's/^postgres: [^:]+: ([^: ]+ [^: ]+ ([0-9.]+\\([0-9]+\\)|\\[local\\]) .*)/\\1/p'";

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
            refuseStopping(context);
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

    /** Refuses a server that was asked to shut down: it accepts nobody, and goes on running until its sessions have ended. */
    private void refuseStopping(StepContext context) {
        if (!FilesProbe.ask(node, context.engine()).stops()) {
            return;
        }
        var sessions = context.run(node, Account.ROOT, Command.of("sh", "-c", SESSIONS))
                .output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        throw LabException.failed(
                node + " cannot be started: its PostgreSQL is shutting down",
                sessions.isEmpty()
                        ? "it was asked to shut down, and has no session any more: it will have ended soon"
                        : "it was asked to shut down, and waits for these sessions to end: "
                                + String.join(", ", sessions),
                "restart " + node + " --mode fast");
    }

    private void requireData(StepContext context) {
        if (!Files.exists(context.engine().directory(node).resolve("data/PG_VERSION"))) {
            throw LabException.failed(node + " has no data", "its data directory is empty or gone", "reclone " + node);
        }
    }
}
