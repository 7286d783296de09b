package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = {"Answers the question of the lesson's task.", "A wrong answer can be followed by another one."})
@CommandHelp(examples = "answer 2", byHand = "less docs/lessons/01-standby-loss.md")
public final class AnswerQuestion extends LessonTaskCommand {

    @Parameters(arity = "1", paramLabel = "N", description = "The number of the answer.")
    private int number;

    @Override
    Exit act(LessonPlayer player) {
        return player.answer(number);
    }
}
