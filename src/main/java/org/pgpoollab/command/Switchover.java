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
            "Makes a standby the primary in a planned change: no acknowledged write is lost.",
            "It stops the primary cleanly, waits until the standby has all of its WAL, and brings the old primary back as a standby."
        })
@CommandHelp(
        examples = {"switchover pg-1", "switchover pg-1 --dry-run"},
        byHand = {
            "kill $(cat /run/repmgr/repmgrd.pid)    (on each PostgreSQL node)",
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf standby promote    (on pg-1)",
            "repmgr -f /run/lab/repmgr.conf node rejoin -d 'host=pg-1 user=repmgr dbname=repmgr'    (on pg-0)"
        })
public final class Switchover extends PlannedCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var state = session.glance();
        return session.repairs().switchover(NodeArguments.of(state, node), state);
    }
}
