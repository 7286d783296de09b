package org.pgpoollab.save;

import java.util.List;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/** Puts back the files of a lab after a restore that was killed while it exchanged them. */
public record UndoExchange(SaveStore store) implements Step {

    /** Does this at once, for a lab whose hosts are off. Does nothing if no restore was interrupted. */
    public static void now(Lab lab, LabDirectory directory, SaveStore store, Shell shell) {
        new FileExchange(lab, directory, store).undo(shell);
    }

    @Override
    public String title() {
        return "put back the files of the restore that was interrupted";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        now(context.lab(), context.directory(), store, context.shell());
    }
}
