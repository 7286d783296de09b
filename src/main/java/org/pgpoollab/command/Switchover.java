package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
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
public final class Switchover implements LabCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var state = session.glance();
        return context.carryOut(session.repairs().switchover(NodeArguments.of(state, node), state));
    }
}
