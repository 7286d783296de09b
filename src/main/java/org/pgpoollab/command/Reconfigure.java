package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.reconfigure.ReconfigureLoop;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Proposes the repairs that the lab needs, and does them step by step.",
            "It first says what is wrong. It asks before each step, unless --yes is given. It can be left at any step and started again."
        })
@CommandHelp(
        examples = {"reconfigure", "reconfigure --yes", "reconfigure --primary pg-1"},
        byHand = {
            "repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)",
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node rejoin --force-rewind"
                    + " -d 'host=pg-1 user=repmgr dbname=repmgr'    (on pg-0)"
        })
public final class Reconfigure implements LabCommand {

    @Option(
            names = "--primary",
            paramLabel = "NODE",
            description = "The node to keep as the primary, if that cannot be decided automatically.")
    private String primary = "";

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        Optional<Node> chosen = Optional.of(primary)
                .filter(word -> !word.isEmpty())
                .map(word -> NodeArguments.of(context.session(), word));
        return new ReconfigureLoop(context, chosen).run();
    }
}
