package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Stops PostgreSQL on a node and waits until it is gone; does nothing if it does not run.
 *
 * @param typed the command that it is a part of, which is typed again with another mode: {@code restart pg-1}
 */
public record StopPostgres(Node node, StopMode mode, String typed) implements Step {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    public StopPostgres(Node node, StopMode mode) {
        this(node, mode, "stop " + node);
    }

    @Override
    public String title() {
        return "stop PostgreSQL on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "pg_ctl" + arguments()));
    }

    private String arguments() {
        return " -D /run/lab/data -m " + mode.word() + " -s -w -t " + LIMIT.toSeconds() + " stop";
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.POSTGRES, node, context);
        if (!context.engine().isAlive(node, Server.POSTGRES)) {
            progress.note("PostgreSQL on " + node + " was not running");
            return;
        }
        RewindMark.forgetOfRunning(context, node);
        var pgCtl = ShellQuoting.quote(context.binaries().postgres("pg_ctl").toString());
        var command = Command.of("sh", "-c", "exec " + pgCtl + arguments()).within(LIMIT.plusSeconds(10));
        var ended = context.run(node, Account.POSTGRES, command);
        if (!ended.succeeded()) {
            throw LabException.failed("PostgreSQL did not stop on " + node, ended.lastWords(), mode.retry(typed));
        }
        PauseReplay.forget(node, context);
    }
}
