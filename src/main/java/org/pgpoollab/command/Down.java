package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.plan.step.RemoveImages;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Stops the lab and removes everything that belongs to it.",
            "It asks first, unless --yes is given."
        })
@CommandHelp(
        examples = {"down --yes", "down --keep --yes", "down --images --yes"},
        byHand = {
            "pgpool -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -m fast stop    (on pgpool-2)",
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-2)"
        })
public final class Down implements LabCommand {

    @Option(names = "--keep", description = "Keeps the lab's files, data and saves, so that up can go on with them.")
    private boolean keep;

    @Option(
            names = "--images",
            description = "Also removes the image of the hosts of containers, which is kept for later labs.")
    private boolean images;

    @Override
    public boolean changes() {
        return true;
    }

    /** {@code down} reserves the lab itself, so that it also works for a lab whose file is damaged. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        var plan = context.session().down(keep);
        if (!plan.steps().isEmpty()) {
            context.confirm(
                    question(context.session()), "down --yes" + (keep ? " --keep" : "") + (images ? " --images" : ""));
        }
        return context.carryOut(images ? plan.andThen(removeImages(context)) : plan);
    }

    private static RemoveImages removeImages(CommandContext context) {
        return new RemoveImages(HostLinesByEngine.of(context.session().lab()).removingImages());
    }

    private String question(LabSession session) {
        var lab = session.lab().name();
        return keep
                ? "End the lab " + lab + "?"
                : "End the lab " + lab + " and remove all its data" + new SaveStore(session.directory()).mention()
                        + "?";
    }
}
