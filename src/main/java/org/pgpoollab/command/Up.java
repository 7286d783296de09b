package org.pgpoollab.command;

import java.time.Duration;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.Durations;
import org.pgpoollab.syntax.LabShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Creates and starts the lab, and proves that it works.",
            "It ends when a row written through the virtual address was read from every standby, every pgpool holds every"
                    + " backend up, and the watchdog has its quorum."
        })
@CommandHelp(
        examples = {"up", "up --release trixie --name new", "up --postgres 5 --pgpool 3 --profile bitnami --name demo"},
        byHand = {
            "pg_ctl start -D /run/lab/data -l /run/lab/postgresql.log    (on pg-2)",
            "repmgrd -f /run/lab/repmgr.conf --daemonize >>/run/lab/repmgr.log 2>&1 </dev/null    (on pg-2)",
            "setsid pgpool -n -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -a /run/lab/pool_hba.conf"
                    + " >>/run/lab/pgpool.log 2>&1 </dev/null &    (on pgpool-2)"
        })
public final class Up implements LabCommand {

    @Mixin
    private LabShape shape;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "The longest time that the proof may take (default 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(names = "--force", description = "Starts the lab even if this machine is too small for it.")
    private boolean force;

    @Override
    public boolean changes() {
        return true;
    }

    /** {@code up} knows its lab only after reading its options, and reserves it then. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        return context.carryOut(context.session().up(shape.options(), timeout, force));
    }
}
