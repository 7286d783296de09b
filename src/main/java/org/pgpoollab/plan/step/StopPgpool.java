package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Stops a pgpool and waits until it is gone; does nothing if it does not run. In immediate mode a pgpool that hangs is killed.
 *
 * @param typed the command that it is a part of, which is typed again with another mode: {@code restart pg-1}
 */
public record StopPgpool(Node node, StopMode mode, String typed) implements Step {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration LAST_PROCESSES = Duration.ofSeconds(15);
    private static final Duration LAST_PROCESSES_AT_ONCE = Duration.ofSeconds(2);

    public StopPgpool(Node node, StopMode mode) {
        this(node, mode, "stop " + node);
    }

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
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.PGPOOL, node, context);
        if (!runs(context)) {
            progress.note("Pgpool-II on " + node + " was not running");
            return;
        }
        var lastWords = ask(context);
        if (Await.until(() -> !runs(context), lastProcesses())) {
            return;
        }
        if (mode != StopMode.IMMEDIATE) {
            throw LabException.failed("Pgpool-II did not stop on " + node, lastWords, mode.retry(typed));
        }
        progress.note("Pgpool-II on " + node + " does not stop: killed");
        SendSignal.to(Optional.of(Server.PGPOOL), node, "KILL").perform(context, progress);
        new SetVip(node, context.lab().addresses().vip(), false).perform(context, progress);
    }

    private boolean runs(StepContext context) {
        return context.engine().isAlive(node, Server.PGPOOL);
    }

    /**
     * Sends the stop command. Pgpool-II up to 4.3 ignores it while its children exit faster than it forks new ones, because it handles
     * other requests only when all children are replaced.
     *
     * @return the last output of the command
     */
    private String ask(StepContext context) {
        var line =
                "exec " + ShellQuoting.quote(context.binaries(node).pgpool().toString()) + arguments() + " >/dev/null";
        var command = Command.of("sh", "-c", line).within(limit());
        try {
            return context.run(node, Account.ROOT, command).lastWords();
        } catch (LabException late) {
            if (late.exit() == Exit.INTERRUPTED) {
                throw late;
            }
            return late.problems().get(0).what();
        }
    }

    /** Returns how long to wait for the last processes: in immediate mode a clean end is not required. */
    private Duration lastProcesses() {
        return mode == StopMode.IMMEDIATE ? LAST_PROCESSES_AT_ONCE : LAST_PROCESSES;
    }

    private Duration limit() {
        return mode == StopMode.IMMEDIATE ? AT_ONCE : LIMIT;
    }
}
