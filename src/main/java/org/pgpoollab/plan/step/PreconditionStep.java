package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

/** A check before anything is changed. If it fails, another repair method would fail too. */
record PreconditionStep(Step look) implements Step {

    @Override
    public String title() {
        return look.title();
    }

    @Override
    public List<ShellLine> shell() {
        return look.shell();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        try {
            look.perform(context, progress);
        } catch (LabException failure) {
            throw failure.exit() == Exit.FAILED ? failure.ofPrecondition() : failure;
        }
    }
}
