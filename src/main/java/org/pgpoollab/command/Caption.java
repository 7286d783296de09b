package org.pgpoollab.command;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Shows the last events large on the full screen, for a room.",
            "They take the place of the list of events. F3 still lists all."
        })
@CommandHelp(examples = {"caption on", "caption off"})
public final class Caption implements LabCommand {

    private static final String ON = "on";
    private static final String OFF = "off";

    @Parameters(
            index = "0",
            paramLabel = "on|off",
            completionCandidates = Words.class,
            description = "Whether captions are shown.")
    private String word = "";

    /** The words, for completion. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of(ON, OFF).iterator();
        }
    }

    @Override
    public Exit run(CommandContext context) {
        if (!word.equals(ON) && !word.equals(OFF)) {
            throw LabException.usage("caption cannot be '" + word + "'", "it is on or off", "caption on");
        }
        var isOn = word.equals(ON);
        if (!context.isDryRun()) {
            context.display().caption(isOn);
        }
        var text = (context.isDryRun() ? "captions would be " : "captions are ") + word;
        return context.show(AdHocReport.of(() -> List.of(text), () -> Map.of("caption", isOn)));
    }
}
