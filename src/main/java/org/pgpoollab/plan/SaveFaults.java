package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.fault.Faults;

/** Writes down which faults are wished, for the next command too. */
record SaveFaults(String title, Faults wished) implements Step {

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.faultsFile().write(wished);
    }
}
