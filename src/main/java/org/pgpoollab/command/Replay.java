package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.PlaybackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = {
            "Plays back what was seen of the lab: each node's state and each pgpool's beliefs at any moment that a program watched.",
            "On a terminal it opens the full screen with a time bar; with --plain, or elsewhere, it prints every change and event."
        })
@CommandHelp(examples = {"replay", "replay --from 10:32 --to 10:35", "replay --from 5m --plain"})
public final class Replay implements LabCommand {

    @Mixin
    private PlaybackOptions span = new PlaybackOptions();

    @Override
    public Exit run(CommandContext context) {
        var recorded = recorded(context);
        var playback = span.choose(recorded, context.clock());
        if (context.canReplay()) {
            context.display().replay(recorded, playback);
            return Exit.DONE;
        }
        new PlaybackLines(context.output(), context.clock()).print(playback);
        return Exit.DONE;
    }

    private RecordedLab recorded(CommandContext context) {
        var session = context.session();
        return RecordedLabReader.read(session.lab().name(), session.directory());
    }
}
