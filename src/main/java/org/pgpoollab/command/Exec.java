package org.pgpoollab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.syntax.VerbatimArguments;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Runs a command on a node; without a command it opens a shell there.",
            "The user is postgres on a PostgreSQL node, unless --root is given, and root on a Pgpool-II node.",
            "Of your environment only the variables of terminal and language are passed on."
        })
@CommandHelp(examples = {"exec pg-0 -- ls -l /run/lab", "exec leader -- ip address", "exec --root pg-0 -- ip rule"})
@VerbatimArguments
public final class Exec implements LabCommand {

    /** Programs that need a terminal of their own. */
    private static final Set<String> FULL_SCREEN =
            Set.of("less", "more", "man", "vi", "vim", "view", "nano", "top", "htop", "watch");

    /** Programs that open an interactive session if they get no arguments except options such as {@code -i}. */
    private static final Set<String> SESSIONS = Set.of("bash", "sh", "psql");

    private static final Pattern SWITCH = Pattern.compile("-[a-z]");
    private static final Set<String> NO_SESSION = Set.of("-c", "-f", "-l", "-s");

    /**
     * The command line of a shell in a node. The inner shell gets the terminal from the outer one in the same PID namespace, and
     * returns it to that. The outer one cannot return it to a process outside its namespace; its error message about that is
     * suppressed.
     */
    private static final List<String> SHELL = List.of("sh", "-mc", "exec 2>/dev/null; sh 2>&1; exit");

    /** The limit for a command that a user watches and can interrupt. */
    private static final Duration LONGEST = Duration.ofHours(24);

    @Option(names = "--root", description = "Runs the command as root, on a PostgreSQL node too.")
    private boolean asRoot;

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            completionCandidates = NodeNames.One.class,
            description = "The node on which it runs.")
    private String node;

    @Parameters(index = "1..*", paramLabel = "-- COMMAND", description = "The command with its arguments.")
    private List<String> words = new ArrayList<>();

    @Override
    public boolean changes() {
        return true;
    }

    /** {@code exec} reserves no lab: it may run for hours, and may be what repairs the lab while another command waits. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        if (!words.isEmpty() && MisplacedOption.is(words.get(0))) {
            new MisplacedOption("exec", node, words).refuse();
        }
        var session = context.session();
        var on = NodeArguments.of(session, node);
        var argv = argv();
        if (argv.isEmpty() && !context.canHoldSession() && !context.isDryRun()) {
            throw LabException.usage(
                    "exec needs a command here",
                    "a shell needs a terminal, or standard input of its own",
                    "exec " + on + " -- ls");
        }
        var program = org.pgpoollab.engine.Command.of(argv.isEmpty() ? SHELL : argv);
        var command = session.on(on, account(on), program);
        if (argv.isEmpty() || needsTerminal(argv)) {
            return context.handOver(command);
        }
        return context.runProgram(context.canHoldSession() ? command.within(LONGEST) : command);
    }

    private static boolean needsTerminal(List<String> argv) {
        var name = argv.get(0).substring(argv.get(0).lastIndexOf('/') + 1);
        return FULL_SCREEN.contains(name)
                || (SESSIONS.contains(name) && argv.stream().skip(1).allMatch(Exec::keepsSession));
    }

    private static boolean keepsSession(String word) {
        return SWITCH.matcher(word).matches() && !NO_SESSION.contains(word);
    }

    private List<String> argv() {
        return !words.isEmpty() && words.get(0).equals("--") ? words.subList(1, words.size()) : words;
    }

    private Account account(Node node) {
        return node.isPostgres() && !asRoot ? Account.POSTGRES : Account.ROOT;
    }
}
