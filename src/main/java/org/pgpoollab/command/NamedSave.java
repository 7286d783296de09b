package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.save.LabSaves;
import org.pgpoollab.save.SavesReport;
import org.pgpoollab.session.CommandContext;

/** The save that a command names, whether it is there or not. */
record NamedSave(CommandContext context, String name) {

    LabSaves all() {
        return context.session().saves();
    }

    boolean isThere() {
        return all().store().names().contains(name);
    }

    /** Tells what the save is, asks, and carries out a plan by which something is lost. */
    Exit carryOut(Plan plan, String question, String command) {
        all().store()
                .named(name)
                .ifPresent(save -> context.output()
                        .note(SavesReport.line(save, context.clock().getZone())));
        context.confirm(question, command + " " + name + " --yes");
        return context.carryOut(plan);
    }
}
