package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.reconfigure.ReconfigureLoop;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Repairs the whole lab: hosts, servers and replication.",
            "It removes active faults first.",
            "Afterwards there is one primary, and all standbys stream and are attached to every pgpool.",
            "It does what reconfigure does, but asks only once, and only if something would be lost."
        })
@CommandHelp(
        examples = {"recover", "recover --yes"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
public final class Recover implements LabCommand {

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        return new ReconfigureLoop(context, Optional.empty()).recover();
    }
}
