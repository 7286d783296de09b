package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeListArgument;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Removes active faults: all of them, or those of some nodes.",
            "It says what stays broken without them, and what to type then.",
            "It does not start a host that was killed: start does.",
            "Refuses a paused old primary while another node is primary, unless --force is given."
        })
@CommandHelp(
        examples = {"heal", "heal pg-0"},
        byHand = {
            "ip rule flush protocol 77    (on each node, as root)",
            "kill -CONT -1    (on each node, as root)",
            ": >/run/lab/backend_down_request    (on pgpool-1)",
            "sh /run/lab/disk.sh empty    (on each PostgreSQL node, as root)",
            "psql -h /run/postgresql -c 'SELECT pg_wal_replay_resume()'    (on pg-2)"
        },
        byHandInContainers = {
            "ip rule flush protocol 77    (on each node, as root)",
            "kill -CONT -1    (on each node, as root)",
            ": >/run/lab/backend_down_request    (on pgpool-1)",
            "docker run --rm --network=none"
                    + " --pid=container:$(docker ps -q --filter label=pgpool-lab.lab=default --filter label=pgpool-lab.host=pg-1)"
                    + " --cap-add=SYS_ADMIN --cap-add=SYS_PTRACE --security-opt=apparmor=unconfined --entrypoint=nsenter"
                    + " $(docker ps --format '{{.Image}}' --filter label=pgpool-lab.lab=default --filter label=pgpool-lab.host=pg-1)"
                    + " --target=1 --mount -- sh /run/lab/disk.sh empty",
            "psql -h /run/postgresql -c 'SELECT pg_wal_replay_resume()'    (on pg-2)"
        })
public final class Heal extends PlannedCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeListArgument.DESCRIPTION)
    private List<String> nodes = List.of();

    @Option(names = "--force", description = "Resumes a paused old primary too; the lab then has two primaries.")
    private boolean force;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        var state = faults.state();
        var named = NodeListArgument.of(state, nodes);
        if (!force) {
            var healed = named.isEmpty() ? state.lab().postgresNodes() : named;
            session.repairs()
                    .refuseResume(
                            "heal",
                            healed.stream().filter(state.faults()::freezes).toList(),
                            state);
        }
        return faults.heal(named);
    }
}
