package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;

@Command(description = {"Shows the next hint of the lesson's task."})
@CommandHelp(examples = "hint", byHand = "less docs/lessons/01-standby-loss.md")
public final class ShowHint extends LessonTaskCommand {

    @Override
    Exit act(LessonPlayer player) {
        return player.hint();
    }
}
