package org.pgpoollab.save;

import java.util.List;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Removes a save with its files; does nothing if there is none of this name. */
record RemoveSave(SaveStore store, String name, String title) implements Step {

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(ShellQuoting.join(
                List.of("rm", "-rf", "--", store.files(name).getParent().toString()))));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        store.remove(context.shell(), name);
    }
}
