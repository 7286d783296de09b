package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Node;

/**
 * Runs a subcommand of the node's script {@code data.sh}, which checks logins and room, and copies, swaps, rewinds and restores data directories; and reports its output.
 *
 * @param words the script's subcommand and its argument: {@code copy pg-0}
 */
public record RunDataScript(Node node, String title, String words, Duration limit, String remedy) implements Step {

    private static final String SCRIPT = "sh /run/lab/data.sh ";
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** Checks the login on the primary that every repair needs. */
    public static Step canLogIn(Node node, Node primary) {
        return new PreconditionStep(logins(node, primary));
    }

    public static RunDataScript logins(Node node, Node primary) {
        return new RunDataScript(
                node,
                "check that " + node + " can log in on " + primary + " and replicate",
                "logins " + primary,
                SHORT,
                "diagnose");
    }

    public static RunDataScript room(Node node, Node primary) {
        return new RunDataScript(
                node,
                "check that there is room on " + node + " for a copy of " + primary,
                "room " + primary,
                SHORT,
                "exec " + node + " -- df -h /run/lab");
    }

    public static RunDataScript copy(Node node, Node primary) {
        return new RunDataScript(
                node,
                "copy the data of " + primary + " beside that of " + node,
                "copy " + primary,
                LONG,
                "logs " + primary + "; reclone " + node);
    }

    public static RunDataScript swap(Node node) {
        return new RunDataScript(node, "put the copy in its place on " + node, "swap", SHORT, "again: reclone " + node);
    }

    public static RunDataScript rewind(Node node, Node primary) {
        return new RunDataScript(
                node,
                "rewind " + node + " to " + primary + ", and start it",
                "rewind " + primary,
                LONG,
                "reclone " + node);
    }

    public static RunDataScript restore(Node node) {
        return new RunDataScript(node, "put back what was on " + node + " before", "restore", LONG, "reclone " + node);
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, SCRIPT + words));
    }

    /** Returns why the subcommand fails at present; empty if it succeeds. */
    public String trouble(StepContext context) {
        var ended = run(context);
        return ended.succeeded() ? "" : RunShellLine.reason(ended);
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var ended = run(context);
        if (!ended.succeeded()) {
            throw LabException.failed("could not " + title, RunShellLine.reason(ended), remedy);
        }
        ended.output().lines().filter(line -> !line.isBlank()).forEach(progress::note);
    }

    private Shell.Ended run(StepContext context) {
        var command = Command.of("sh", "-c", SCRIPT + words).within(limit);
        return context.run(node, Account.POSTGRES, command);
    }
}
