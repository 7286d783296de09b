package org.pgpoollab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Runs a command on a node, or without one a shell.",
            "A PostgreSQL node is entered as postgres unless --root is given, a Pgpool-II node as root.",
            "Of your environment only the terminal and the language come along."
        })
@CommandHelp(examples = {"exec pg-0 -- ls -l /run/lab", "exec leader -- ip address", "exec --root pg-0 -- ip rule"})
@VerbatimArguments
final class Exec implements LabCommand {

    /** Programs that are of no use without a terminal of their own. */
    private static final Set<String> FULL_SCREEN =
            Set.of("less", "more", "man", "vi", "vim", "view", "nano", "top", "htop", "watch");

    /** Those that hold a session when they are given no arguments but such as {@code -i}. */
    private static final Set<String> SESSIONS = Set.of("bash", "sh", "psql");

    private static final Pattern SWITCH = Pattern.compile("-[a-z]");
    private static final Set<String> NO_SESSION = Set.of("-c", "-f", "-l", "-s");

    /**
     * The inner shell gets the terminal from the outer one, which lives in the same namespace, and gives it back to that. The outer one
     * cannot give it back to whom it does not see, and its complaint of that is of no use to anybody.
     */
    private static final List<String> SHELL = List.of("sh", "-mc", "exec 2>/dev/null; sh 2>&1; exit");

    /** For a command that a person watches, who can end it. */
    private static final Duration LONGEST = Duration.ofHours(24);

    @Option(names = "--root", description = "As root of the node, also on a PostgreSQL node.")
    private boolean asRoot;

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            completionCandidates = NodeNames.One.class,
            description = "Where it runs.")
    private String node;

    @Parameters(index = "1..*", paramLabel = "-- COMMAND", description = "The command with its arguments.")
    private List<String> words = new ArrayList<>();

    @Override
    public boolean changes() {
        return true;
    }

    /** It may last for hours, and may be what mends the lab while another command waits. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
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
        var command = session.engine().on(on.name(), account(on), program);
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
