package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/** The commands that changed a lab, as its log of events has them. */
public final class CommandEvents {

    private CommandEvents() {}

    /** The oldest first. */
    public static List<Milestone> in(LabDirectory directory) {
        try (var log = new JournalFollower(directory)) {
            return log.more().stream()
                    .filter(event -> event.source() == Event.Source.COMMAND)
                    .map(event ->
                            new Milestone(event.at(), Milestone.Kind.COMMAND, event.nodes(), "command " + event.text()))
                    .toList();
        }
    }
}
