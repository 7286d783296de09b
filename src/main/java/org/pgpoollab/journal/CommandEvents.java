package org.pgpoollab.journal;

import java.util.List;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/** Reads the commands that changed a lab from its event log. */
public final class CommandEvents {

    private CommandEvents() {}

    /** Returns the commands as milestones, the oldest first. */
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
