package org.pgpoollab.command;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.pgpoollab.Excerpt;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.journal.EventJournal;
import org.pgpoollab.journal.EventLines;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.SinceOption;
import org.pgpoollab.timeline.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Lists what happened in the lab, each event with its time.",
            "Events of times when no program watched the lab are read from the servers' logs.",
            "With --output json each event is one line: at, kind, effect, nodes, text, source."
        })
@CommandHelp(
        examples = {"events", "events --since 5m", "events -f --output json"},
        byHand = {
            "tail -f /run/lab/postgresql.log /run/lab/repmgr.log    (on pg-0)",
            "tail -f /run/lab/pgpool.log    (on pgpool-0)"
        })
public final class Events implements LabCommand {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 500;

    @Option(
            names = {"-f", "--follow"},
            description = "Prints new events until ^C, or until the lab is taken down.")
    private boolean follow;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Lists only events since this time: 5m, 07:43, '2026-11-23 07:43:45'.")
    private String since = "";

    @Override
    public Exit run(CommandContext context) throws InterruptedException {
        var from = since.isEmpty() ? Instant.MIN : SinceOption.moment(since, context.clock());
        var session = context.session();
        if (!isThere(session)) {
            throw LabException.failed(
                    "nothing is known of the lab " + session.lab().name(),
                    "there is no lab of this name",
                    "up, or: list");
        }
        var lines = new EventLines(context.output(), context.clock());
        try (var keeper = EventJournal.open(session.directory(), session.lab(), context.clock())) {
            var first = keeper.since(from);
            show(first, lines, context);
            if (first.isEmpty()) {
                context.output().note(nothing() + (follow ? " so far" : ""));
            }
            while (follow && isThere(session)) {
                show(news(keeper, session), lines, context);
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
        }
        return Exit.DONE;
    }

    private String nothing() {
        return since.isEmpty() ? "no event is known" : "no event since " + Excerpt.of(since);
    }

    private static boolean isThere(LabSession session) {
        return Files.exists(session.directory().labFile());
    }

    private static void show(List<Event> events, EventLines lines, CommandContext context) {
        events.forEach(lines::print);
        context.output().flush();
    }

    /** Takes a snapshot if this watcher is the writer; otherwise reads the events that the writer has written. */
    private static List<Event> news(EventJournal keeper, LabSession session) {
        return keeper.writes() && session.engine().isRunning() ? keeper.accept(session.look()) : keeper.news();
    }
}
