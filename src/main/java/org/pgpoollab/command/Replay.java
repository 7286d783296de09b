package org.pgpoollab.command;

import java.nio.file.Path;
import org.pgpoollab.Exit;
import org.pgpoollab.incident.IncidentFile;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.PlaybackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Plays back what was seen of the lab.",
            "It shows each node's state and each pgpool's beliefs at any moment at which the full screen or events -f watched.",
            "On a terminal it opens the full screen with a time bar; with --plain, or elsewhere, it prints every change and event."
        })
@CommandHelp(examples = {"replay", "replay --from 10:32 --to 10:35", "replay --from 5m --plain", "replay failover.zip"})
public final class Replay implements LabCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An incident to play back, which needs no lab (default: the lab).")
    private String file = "";

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
        if (!file.isEmpty()) {
            return IncidentFile.read(Path.of(file));
        }
        var session = context.session();
        return RecordedLabReader.read(session.lab().name(), session.directory());
    }
}
