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
            "Brings an old primary or a diverged node back as a standby of the true primary.",
            "It counts and shows what only this node has before that is discarded."
        })
@CommandHelp(
        examples = {"rejoin pg-0", "rejoin pg-0 --dry-run"},
        byHand = {
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node rejoin --force-rewind"
                    + " -d 'host=pg-1 user=repmgr dbname=repmgr'    (on pg-0)"
        })
public final class Rejoin extends PlannedCommand {

    @Parameters(
            paramLabel = "NODE",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "A PostgreSQL node.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        return session.repairs().rejoin(NodeArguments.of(session, node), session.glance());
    }
}
