package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.VerbatimArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Runs a pcp tool on the pgpool that holds the VIP, without asking for a password.",
            "Everything after the tool's name is passed to the tool unchanged."
        })
@CommandHelp(
        examples = {"pcp node_info -n 1", "pcp proc_count"},
        byHand = {"pcp_node_info -h pgpool -p 9898 -U admin -w -n 1    (on pgpool-0)"})
@VerbatimArguments
public final class Pcp implements LabCommand {

    private static final Set<String> READING = Set.of(
            "node_count", "node_info", "health_check_stats", "pool_status", "proc_count", "proc_info", "watchdog_info");

    private static final Set<String> CHANGING = Set.of(
            "attach_node",
            "detach_node",
            "invalidate_query_cache",
            "log_rotate",
            "promote_node",
            "recovery_node",
            "reload_config",
            "stop_pgpool");

    @Parameters(
            index = "0",
            paramLabel = "SUBCOMMAND",
            completionCandidates = Subcommands.class,
            description = "The tool's name with or without pcp_: node_info, proc_count, …")
    private String subcommand;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "The tool's own options.")
    private List<String> arguments = new ArrayList<>();

    /** All pcp tools, for completion. */
    static final class Subcommands extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Subcommands() {
            super(all());
        }
    }

    @Override
    public boolean changes() {
        return !READING.contains(plainName());
    }

    /** {@code pcp} reserves no lab: Pgpool-II handles concurrent pcp connections itself. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        var name = plainName();
        if (!all().contains(name)) {
            throw LabException.usage(
                    "There is no pcp tool '" + subcommand + "'",
                    "the tools are " + String.join(", ", all()),
                    Nearest.to(name, all()).map(near -> "pcp " + near).orElse("help pcp"));
        }
        new MisplacedOption("pcp", name, arguments).refuse();
        return context.runProgram(context.session().pcp("pcp_" + name, arguments));
    }

    private String plainName() {
        var name = subcommand.replace('-', '_');
        return name.startsWith("pcp_") ? name.substring(4) : name;
    }

    private static List<String> all() {
        var all = new ArrayList<>(READING);
        all.addAll(CHANGING);
        return all.stream().sorted().toList();
    }
}
