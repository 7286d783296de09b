package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;

/** Takes out of {@code postgresql.auto.conf} what the server's log says it ended for; does nothing if it blames nothing there. */
record ResetSetting(Node node) implements Step {

    @Override
    public String title() {
        return "take the setting back that keeps " + node + " from starting";
    }

    @Override
    public List<ShellLine> shell() {
        return line("NAME").shell();
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        FilesProbe.ask(node, workshop.engine())
                .culprit()
                .ifPresent(setting -> line(setting).perform(workshop, progress));
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
