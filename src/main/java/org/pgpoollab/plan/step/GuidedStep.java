package org.pgpoollab.plan.step;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/**
 * One step of a long change of a lab. If it fails, the user also learns how the change goes on, and how it goes back.
 *
 * @param stopped where the change then is, and what to type
 */
public record GuidedStep(Step step, Problem stopped) implements Step {

    @Override
    public String title() {
        return step.title();
    }

    @Override
    public List<ShellLine> shell() {
        return step.shell();
    }

    @Override
    public boolean leavesEvidence() {
        return true;
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        try {
            step.perform(context, progress);
        } catch (LabException failure) {
            if (failure.exit() == Exit.INTERRUPTED) {
                progress.note(stopped.remedy());
                throw failure;
            }
            throw new LabException(
                    failure.exit(),
                    Stream.concat(failure.problems().stream(), Stream.of(stopped))
                            .toList());
        }
    }
}
