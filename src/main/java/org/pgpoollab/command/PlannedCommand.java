package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;

/** A command that changes the lab by carrying out one plan. */
abstract class PlannedCommand implements LabCommand {

    abstract Plan plan(LabSession session);

    @Override
    public final boolean changes() {
        return true;
    }

    @Override
    public final Exit run(CommandContext context) {
        return context.carryOut(plan(context.session()));
    }
}
