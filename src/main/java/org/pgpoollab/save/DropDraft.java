package org.pgpoollab.save;

import java.util.List;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Removes what was copied for a save or a restore that is not finished. */
record DropDraft(SaveStore store) implements Step {

    @Override
    public String title() {
        return "remove the unfinished copy";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        SaveStore.remove(context.shell(), store.draft());
        SaveStore.remove(context.shell(), store.staged());
    }
}
