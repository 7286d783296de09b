package org.pgpoollab.plan.step;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Stops repmgrd and PostgreSQL on a node cleanly; does nothing if they do not run. It also removes the PID file of a killed server, whose
 * process id may belong to any process by now, so that the server is not taken for a running one.
 */
public record StopPostgresAndRepmgrd(Node node) implements Step {

    @Override
    public String title() {
        return "stop " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return Stream.of(new StopRepmgrd(node), new StopPostgres(node, StopMode.FAST))
                .flatMap(step -> step.shell().stream())
                .toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        new StopRepmgrd(node).perform(context, progress);
        if (context.engine().isAlive(node, Server.POSTGRES)) {
            new StopPostgres(node, StopMode.FAST).perform(context, progress);
        }
        context.run(node, Account.POSTGRES, Command.of("rm", "-f", "/run/lab/data/postmaster.pid"));
    }
}
