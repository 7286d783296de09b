package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Runs a shell line on a node as its user {@code postgres}, exactly as it is shown.
 *
 * @param remedy what to type if it fails
 */
public record RunShellLine(Node node, String title, String line, Duration limit, String remedy) implements Step {

    private static final Pattern TROUBLE = Pattern.compile("(?i)error|fatal");
    private static final Pattern MORE = Pattern.compile("(?i)hint|detail");
    private static final int MOST_LINES = 4;

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, line));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var ended = run(context);
        if (!ended.succeeded()) {
            throw LabException.failed("could not " + title, reason(context, ended), remedy);
        }
    }

    Shell.Ended run(StepContext context) {
        var found = "PATH="
                + ShellQuoting.quote(context.binaries().postgresBin().toString()) + ":$PATH; export PATH; " + line;
        return context.run(node, Account.POSTGRES, Command.of("sh", "-c", found).within(limit));
    }

    /**
     * Finds the reason of a failure. repmgr prints many lines: some name the error, others its cause, in the output or in the node's log.
     */
    private String reason(StepContext context, Shell.Ended ended) {
        var reason = reason(ended);
        return reason.contains("redirecting logging output")
                ? new ServerLog(context, node, Server.REPMGRD).lastTrouble(ended.lastWords())
                : reason;
    }

    /** Returns the lines that name an error, else the last line. */
    static String reason(Shell.Ended ended) {
        var lines = (ended.errors() + "\n" + ended.output()).lines().toList();
        var reason = Stream.of(TROUBLE, MORE)
                .flatMap(
                        sign -> lines.stream().filter(text -> sign.matcher(text).find()))
                .distinct()
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n"));
        return reason.isEmpty() ? ended.lastWords() : reason;
    }
}
