package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {"Answers the question of the lesson's task.", "A wrong answer can be followed by another one."})
@CommandHelp(examples = "answer 2", byHand = "less docs/lessons/01-standby-loss.md")
public final class AnswerQuestion implements LabCommand {

    @Parameters(arity = "1", paramLabel = "N", description = "The number of the answer.")
    private int number;

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
        return new LessonPlayer(context).answer(number);
    }
}
