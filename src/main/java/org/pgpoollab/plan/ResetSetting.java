package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;

/** Takes out of {@code postgresql.auto.conf} what the server's log says it ended for; does nothing if it blames nothing there. */
record ResetSetting(Node node) implements Step {

    @Override
    public String title() {
        return "see that no setting keeps " + node + " from starting";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "tail -n 20 /run/lab/postgresql.log"));
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        FilesProbe.ask(node, workshop.engine()).culprit().ifPresent(setting -> {
            progress.note("its log blames " + setting + ": taken out of postgresql.auto.conf on " + node);
            line(setting).perform(workshop, progress);
        });
    }

    private RunOn line(String setting) {
        return new RunOn(
                node,
                title(),
                "sed -i '/^" + setting + "/d' /run/lab/data/postgresql.auto.conf",
                Duration.ofSeconds(10),
                "logs " + node);
    }
}
