package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Types the solution of the lesson's task, and says why.",
            "Then it waits until the goals are met, and goes on."
        })
@CommandHelp(examples = "solve", byHand = "less docs/lessons/01-standby-loss.md")
public final class SolveTask extends LessonTaskCommand {

    @Override
    Exit act(LessonPlayer player) {
        return player.solve();
    }
}
