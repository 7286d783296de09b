package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.engine.ShellQuoting;
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
            "It first says what is wrong. It asks before each step, unless --yes is given. It can be left at any step and started again.",
            "With --folder it is about a generated folder of Bitnami's images: it writes the true primary into .env,"
                    + " and starts those nodes anew that do not follow it."
        })
@CommandHelp(
        examples = {
            "reconfigure",
            "reconfigure --yes",
            "reconfigure --primary pg-1",
            "reconfigure --folder demo --dry-run"
        },
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

    @Option(names = "--folder", paramLabel = "DIRECTORY", description = "A generated folder for Bitnami's images.")
    private String folder = "";

    @Override
    public boolean changes() {
        return true;
    }

    /** A folder is no lab of this program. */
    @Override
    public boolean needsLabAlone() {
        return folder.isEmpty();
    }

    @Override
    public Exit run(CommandContext context) {
        if (!folder.isEmpty()) {
            return reconfigureFolder(context);
        }
        Optional<Node> chosen = Optional.of(primary)
                .filter(word -> !word.isEmpty())
                .map(word -> NodeArguments.of(context.session(), word));
        return new ReconfigureLoop(context, chosen).run();
    }

    private Exit reconfigureFolder(CommandContext context) {
        var plan = context.session().reconfigureFolder(folder, primary);
        if (!plan.steps().isEmpty() && !context.isDryRun() && !context.saysYes()) {
            plan.steps().forEach(step -> context.output().note(step.title()));
            context.confirm("Do this?", "reconfigure --yes --folder " + ShellQuoting.quote(folder));
        }
        return context.carryOut(plan);
    }
}
