package org.pgpoollab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.challenge.ChallengeResultTable;
import org.pgpoollab.incident.HandoutOutages;
import org.pgpoollab.incident.HandoutPage;
import org.pgpoollab.incident.HandoutPictures;
import org.pgpoollab.incident.TypedLine;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.ReportFile;
import org.pgpoollab.playback.Moment;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.report.SpanText;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.ScreenSize;
import org.pgpoollab.syntax.SpanOptions;
import org.pgpoollab.syntax.SpanOptions.Span;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.tutorial.LessonPlayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Writes a page about what you did with the lab, to keep or to hand in.",
            "It has what you typed, each outage drawn, pictures of the screen, and your results of lessons and challenges."
                    + " Passwords are left out. The file is yours alone (mode 600); an older one is replaced. Write it before"
                    + " down, which removes what was recorded of the lab."
        })
@CommandHelp(examples = {"handout failover.html", "handout failover.html --from 10:30 --to 12:00"})
public final class WriteHandout implements LabCommand {

    /** The command that made the lab was typed a moment before the first event. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    @Parameters(paramLabel = "FILE.html", description = "The file to write.")
    private String file = "";

    @Mixin
    private SpanOptions times = new SpanOptions();

    @Override
    public Exit run(CommandContext context) {
        var path = ReportFile.page(file, "handout").toAbsolutePath();
        var session = context.session();
        var recorded = RecordedLabReader.read(session.lab().name(), session.directory());
        var span = times.choose(begin(recorded, context.clock().instant()), context.clock());
        if (!context.isDryRun()) {
            StagedFile.write(path, page(context, recorded, span).html(), true);
        }
        return context.show(AdHocReport.of(() -> lines(context, path, span), () -> tree(path, span)));
    }

    private static Instant begin(RecordedLab recorded, Instant now) {
        var moments = recorded.series().moments().stream().map(Moment::at);
        var events = recorded.events().stream().map(Event::at);
        return Stream.concat(moments, events)
                .min(Instant::compareTo)
                .orElse(now)
                .minus(BEFORE);
    }

    private static HandoutPage page(CommandContext context, RecordedLab recorded, Span span) {
        var session = context.session();
        var zone = context.clock().getZone();
        var typed = context.history().entries().stream()
                .map(entry -> new TypedLine(entry.at(), entry.line()))
                .toList();
        return new HandoutPage(
                System.getProperty("user.name"),
                session.lab().name(),
                session.versions().text(),
                span.from(),
                span.to(),
                zone,
                TypedLine.without(typed, session.lab(), session.directory(), span.from(), span.to()),
                outages(context, span),
                pictures(context, recorded, span),
                LessonPlayer.store(context).progress(),
                ChallengeResultTable.beside(session.directory(), zone));
    }

    private static List<String> outages(CommandContext context, Span span) {
        var load = context.session().load();
        try {
            var report = load.report(span.from(), span.to());
            return new HandoutOutages(report, context.clock().getZone(), load::tenths).parts();
        } catch (LabException none) {
            return HandoutOutages.unknown(none.problems().get(0).what());
        }
    }

    private static List<String> pictures(CommandContext context, RecordedLab recorded, Span span) {
        LabSession session = context.session();
        var kept = recorded.span(span.from(), span.to());
        kept.ifPresent(playback -> context.output().note(PackIncident.DRAWING));
        return kept.map(playback -> HandoutPictures.of(
                                playback,
                                context.clock().getZone(),
                                at -> context.display().draw(playback, at, ScreenSize.USUAL),
                                session.lab(),
                                session.directory())
                        .parts())
                .orElseGet(HandoutPictures::none);
    }

    private static List<String> lines(CommandContext context, Path path, Span span) {
        var times = SpanText.of(span.from(), span.to(), context.clock().getZone());
        return List.of(
                (context.isDryRun() ? "the handout would be in " : "the handout is in ") + path,
                "  from " + times + ", without passwords; only you may read the file");
    }

    private static Map<String, Object> tree(Path path, Span span) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("file", path.toString());
        tree.put("from", span.from().toString());
        tree.put("to", span.to().toString());
        return tree;
    }
}
