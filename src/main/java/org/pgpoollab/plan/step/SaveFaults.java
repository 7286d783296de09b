package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.fault.Faults;

/** Saves the wished faults, so that later commands know them. */
public record SaveFaults(String title, Faults wished) implements Step {

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.faultsFile().write(wished);
    }
}
