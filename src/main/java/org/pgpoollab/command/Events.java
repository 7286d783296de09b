package org.pgpoollab.command;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.timeline.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Shows what happened in the lab, in sentences with times.",
            "What happened while nobody looked is read from the logs of the servers.",
            "With --output json each event is one line: at, kind, effect, nodes, text, source."
        })
@CommandHelp(
        examples = {"events", "events --since 5m", "events -f --output json"},
        byHand = {
            "tail -f /run/lab/postgresql.log /run/lab/repmgr.log    (on pg-0)",
            "tail -f /run/lab/pgpool.log    (on pgpool-0)"
        })
final class Events implements LabCommand {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 500;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until ^C, or until the lab is taken down.")
    private boolean follow;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only events from then on: 5m, 07:43, '2026-11-23 07:43:45'.")
    private String since = "";

    @Override
    public Exit run(CommandContext errand) throws InterruptedException {
        var from = since.isEmpty() ? Instant.MIN : SinceOption.moment(since, errand.clock());
        var desk = errand.desk();
        if (!isThere(desk)) {
            throw LabException.failed(
                    "nothing is known of the lab " + desk.lab().name(), "there is no lab of this name", "up; or: list");
        }
        var lines = new EventLines(errand.output(), errand.clock());
        try (var keeper = EventJournal.open(desk.directory(), desk.lab(), errand.clock())) {
            show(keeper.since(from), lines, errand);
            while (follow && isThere(desk)) {
                show(news(keeper, desk), lines, errand);
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
        }
        return Exit.DONE;
    }

    private static boolean isThere(LabSession desk) {
        return Files.exists(desk.directory().labFile());
    }

    private static void show(List<Event> events, EventLines lines, CommandContext errand) {
        events.forEach(lines::print);
        errand.output().flush();
    }

    /** If nobody else writes what he sees, this looks itself. */
    private static List<Event> news(EventJournal keeper, LabSession desk) {
        return keeper.writes() && desk.engine().isRunning() ? keeper.accept(desk.look()) : keeper.news();
    }
}
