package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.tutorial.LessonPlayer;

/** A command about the task of the lesson that is played. */
abstract class LessonTaskCommand implements LabCommand {

    abstract Exit act(LessonPlayer player);

    @Override
    public final boolean changes() {
        return true;
    }

    /** The commands that a lesson types reserve the lab themselves. */
    @Override
    public final boolean needsLabAlone() {
        return false;
    }

    @Override
    public final Exit run(CommandContext context) {
        return act(new LessonPlayer(context));
    }
}
