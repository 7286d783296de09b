package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.cluster.StandbyLimits;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;

/**
 * Corrects the setting in {@code postgresql.auto.conf} that the server's log names as the reason of its end. A setting that is lower than
 * on the primary is raised; any other is removed. Does nothing if the log names no setting.
 */
public record ResetSetting(Node node) implements Step {

    private static final String FILE = "postgresql.auto.conf";

    @Override
    public String title() {
        return "ensure that no setting keeps " + node + " from starting";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "tail -n 20 /run/lab/postgresql.log"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var files = FilesProbe.ask(node, context.engine());
        var lacking = StandbyLimits.lacking(files.fatal());
        lacking.forEach((name, needed) -> {
            progress.note(
                    "its log says that " + name + " is too low: set to " + needed + " in " + FILE + " of " + node);
            line(StandbyLimits.line(name, needed)).perform(context, progress);
        });
        var setting = files.culprit();
        if (lacking.isEmpty() && !setting.isEmpty()) {
            progress.note("its log blames " + setting + ": taken out of " + FILE + " on " + node);
            line("sed -i '/^" + setting + "/d' /run/lab/data/" + FILE).perform(context, progress);
        }
    }

    private RunShellLine line(String line) {
        return new RunShellLine(node, title(), line, Duration.ofSeconds(10), "logs " + node);
    }
}
