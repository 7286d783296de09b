package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;

/** Promotes a standby without telling repmgr or any pgpool. */
public record PromoteServer(Node node) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ARGUMENTS = " -D /run/lab/data -s -w -t " + LIMIT.toSeconds() + " promote";

    @Override
    public String title() {
        return "promote PostgreSQL on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "pg_ctl" + ARGUMENTS));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var pgCtl = ShellQuoting.quote(context.binaries().postgres("pg_ctl").toString());
        var command = Command.of("sh", "-c", "exec " + pgCtl + ARGUMENTS).within(LIMIT.plusSeconds(10));
        var ended = context.run(node, Account.POSTGRES, command);
        if (!ended.succeeded()) {
            throw LabException.failed(node + " was not promoted", ended.lastWords(), "logs " + node);
        }
    }
}
