package org.pgpoollab.command;

import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Fills the disk on which a node keeps its WAL.",
            "PostgreSQL can write existing segments in pg_wal, and cannot make a new one. When it needs a new one,"
                    + " a primary stops and does not start again, and a standby receives nothing more. Tables can still grow."
        })
@CommandHelp(
        examples = {"fill primary", "fill pg-1"},
        byHand = {"sh /run/lab/disk.sh fill    (on pg-1, as root)"},
        // A container may not mount, so another one that ends at once does it.
        byHandInContainers = {
            "docker run --rm --network=none"
                    + " --pid=container:$(docker ps -q --filter label=pgpool-lab.lab=default --filter label=pgpool-lab.host=pg-1)"
                    + " --cap-add=SYS_ADMIN --cap-add=SYS_PTRACE --security-opt=apparmor=unconfined --entrypoint=nsenter"
                    + " $(docker ps --format '{{.Image}}' --filter label=pgpool-lab.lab=default --filter label=pgpool-lab.host=pg-1)"
                    + " --target=1 --mount -- sh /run/lab/disk.sh fill"
        })
public final class Fill extends PlannedCommand {

    @Parameters(
            paramLabel = "NODE",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "A PostgreSQL node.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        return faults.fill(NodeArguments.of(faults.state(), node));
    }
}
