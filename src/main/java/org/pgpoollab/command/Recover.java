package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Brings the whole lab back: hosts, servers, replication.",
            "What was broken on purpose is healed first.",
            "In the end there is one primary, and all standbys stream and are attached everywhere.",
            "The same as reconfigure, but asks once, and only if something would be lost."
        })
@CommandHelp(
        examples = {"recover", "recover --yes"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
final class Recover implements LabCommand {

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        return new ReconfigureLoop(context, Optional.empty()).recover();
    }
}
