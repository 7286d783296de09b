package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;

@Command(
        description = {"Shows the next hint of the lesson's task."})
@CommandHelp(examples = "hint", byHand = "less docs/lessons/01-standby-loss.md")
public final class ShowHint implements LabCommand {

    @Override
    public boolean changes() {
        return true;
    }

    /** The commands that a lesson types reserve the lab themselves. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        return new LessonPlayer(context).hint();
    }
}
