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
            "Replaces a standby's data with a fresh copy of the primary's.",
            "It counts and shows what only this node has before that is discarded."
        })
@CommandHelp(
        examples = {"reclone pg-2", "reclone pg-2 --dry-run"},
        byHand = {
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-2)",
            "repmgr -f /run/lab/repmgr.conf standby clone --force -h pg-0 -U repmgr -d repmgr --fast-checkpoint"
                    + "    (on pg-2)",
            "pg_ctl start -D /run/lab/data -l /run/lab/postgresql.log    (on pg-2)",
            "repmgr -f /run/lab/repmgr.conf standby register --force    (on pg-2)"
        })
public final class Reclone extends PlannedCommand {

    @Parameters(
            paramLabel = "NODE",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "A PostgreSQL node.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        return session.repairs().reclone(NodeArguments.of(session, node), session.glance());
    }
}
