package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Starts a pgpool and waits until its process runs; does nothing if it runs already. A pgpool that was killed has left the VIP on its host,
 * where nobody would remove it: the watchdog of the new pgpool removes only what it has assigned itself.
 *
 * @param after the delay before the start. Pgpools that start at the same time now and then all stand for leader while the others cannot
 *     answer yet, which costs them a command's time-out of 4 s; one that starts a second before the others avoids that
 * @param discardStatus whether it forgets which backends were down
 * @param vip the VIP that the watchdog assigns; empty without a watchdog
 */
public record StartPgpool(Node node, Duration after, boolean discardStatus, String vip) implements Step {

    /**
     * Removes files of an earlier run, which pgpool would take for those of a running pgpool, and creates the file without which every
     * health check logs an error.
     */
    private static final String CLEAN =
            "touch " + FakeBackendFailure.PATH + "; rm -f /run/pgpool/.s.* /run/pgpool/pgpool.pid";

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public String title() {
        return "start Pgpool-II on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        var takeVip = vip.isEmpty() ? "" : leftVip().shell().get(0).line() + " 2>/dev/null; ";
        return List.of(
                ShellLine.on(node, takeVip + CLEAN),
                ShellLine.on(node, "setsid pgpool" + arguments() + " >>" + Server.PGPOOL.log() + " 2>&1 </dev/null &"));
    }

    private String arguments() {
        return " -n" + (discardStatus ? " -D" : "")
                + " -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -a /run/lab/pool_hba.conf";
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FrozenServerCheck.refuse(title(), Server.PGPOOL, node, context);
        if (context.engine().isAlive(node, Server.PGPOOL)) {
            return;
        }
        hold();
        if (!vip.isEmpty() && leftVip().holds(context)) {
            leftVip().perform(context, progress);
            progress.note("took the VIP from " + node + ": the pgpool that was killed there has left it");
        }
        var line = CLEAN + "; setsid "
                + ShellQuoting.quote(context.binaries(node).pgpool().toString()) + arguments() + " >>"
                + Server.PGPOOL.log() + " 2>&1 </dev/null &";
        context.run(node, Account.ROOT, Command.of("sh", "-c", line));
        if (!Await.until(() -> context.engine().isAlive(node, Server.PGPOOL), LIMIT)) {
            throw LabException.failed(
                    "Pgpool-II did not start on " + node,
                    new ServerLog(context, node, Server.PGPOOL).lastTrouble("it said nothing"),
                    "logs " + node);
        }
    }

    private SetVip leftVip() {
        return new SetVip(node, vip, false);
    }

    private void hold() {
        var end = System.nanoTime() + after.toNanos();
        for (var left = after.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            Await.stopIfInterrupted();
        }
    }
}
