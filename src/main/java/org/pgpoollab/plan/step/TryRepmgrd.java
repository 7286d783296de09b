package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/**
 * Starts repmgrd on a node if possible. It exits at once on a standby whose upstream does not run; this is reported, and does not stop the
 * rest of the lab from starting.
 */
public record TryRepmgrd(Node node) implements Step {

    @Override
    public String title() {
        return new StartRepmgrd(node).title();
    }

    @Override
    public List<ShellLine> shell() {
        return new StartRepmgrd(node).shell();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        try {
            new StartRepmgrd(node).perform(context, progress);
        } catch (LabException failure) {
            if (failure.exit() != Exit.FAILED) {
                throw failure;
            }
            failure.problems().forEach(problem -> progress.note(problem.text()));
        }
    }
}
