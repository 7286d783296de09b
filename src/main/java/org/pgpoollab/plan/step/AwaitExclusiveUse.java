package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;

/**
 * Waits until no other process works on a node's data. If this program is ended in the middle of a repair, the repmgr that it started keeps
 * running on the node, and two repairs at a time would corrupt the data.
 */
public record AwaitExclusiveUse(Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String LINE = "! { grep -qsxE 'repmgr|pg_rewind|pg_basebackup|rm|cp|mv' /proc/[0-9]*/comm"
            + " || grep -qsxzE '/run/lab/data[.]sh' /proc/[0-9]*/cmdline; }";

    @Override
    public String title() {
        return "wait until no other process works on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, LINE));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        if (isAlone(context)) {
            return;
        }
        progress.waiting("an earlier repair of " + node + " to end");
        if (!Await.until(() -> isAlone(context), LIMIT, PAUSE)) {
            throw LabException.failed(
                    "another process has worked on " + node + " for more than " + LIMIT.toSeconds() + " s",
                    "an interrupted repair, or one in another terminal, is still running there",
                    "exec " + node + " -- ps -ef, and when it has ended: reconfigure");
        }
    }

    private boolean isAlone(StepContext context) {
        return context.run(node, Account.POSTGRES, Command.of("sh", "-c", LINE)).succeeded();
    }
}
