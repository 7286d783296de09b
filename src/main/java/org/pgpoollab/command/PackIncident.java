package org.pgpoollab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.incident.Incident;
import org.pgpoollab.incident.IncidentPage;
import org.pgpoollab.incident.SecretMask;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.ReportFile;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.report.LoadReportText;
import org.pgpoollab.report.SpanText;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.PlaybackOptions;
import org.pgpoollab.syntax.ScreenSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Packs what was seen of the lab into one file.",
            "replay FILE plays it back on any machine, without a lab.",
            "The file holds snapshots, events, the servers' logs, their configuration, versions and the load's report, without passwords."
        })
@CommandHelp(
        examples = {
            "incident failover.zip",
            "incident failover.zip --from 10:32 --to 10:35",
            "incident --report failover.html --from 5m"
        })
public final class PackIncident implements LabCommand {

    /** Said before pictures of the screen are drawn, which takes seconds. */
    static final String DRAWING = "drawing the pictures of the screen …";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.zip",
            description = "The file to write; an existing file is not overwritten.")
    private String file = "";

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Writes a page with the timeline, the events, and a picture of the screen at each.")
    private String report = "";

    @Mixin
    private PlaybackOptions span = new PlaybackOptions();

    @Override
    public Exit run(CommandContext context) {
        if (file.isEmpty() && report.isEmpty()) {
            throw LabException.usage(
                    "incident needs a file to write", "", "incident failover.zip, or: incident --report failover.html");
        }
        refuse();
        var session = context.session();
        var recorded = SecretMask.of(session.lab(), session.directory())
                .masked(RecordedLabReader.read(session.lab().name(), session.directory()));
        var playback = span.choose(recorded, context.clock());
        if (!file.isEmpty() && !context.isDryRun()) {
            new Incident(session.lab(), session.directory(), recorded, playback, facts(context, playback))
                    .pack(Path.of(file));
        }
        if (!report.isEmpty() && !context.isDryRun()) {
            context.output().note(DRAWING);
            StagedFile.write(
                    Path.of(report).toAbsolutePath(), page(context, playback).html(), false);
        }
        return context.show(AdHocReport.of(() -> lines(context, playback), () -> tree(playback)));
    }

    private void refuse() {
        if (!report.isEmpty()) {
            ReportFile.page(report, "incident --report");
        }
        if (!file.isEmpty()) {
            ReportFile.writable(file, "incident", "incident.zip");
        }
        if (!file.isEmpty() && Files.exists(Path.of(file))) {
            throw LabException.failed(
                    "there is a file " + file + " already", "it is not overwritten", "incident ANOTHER.zip");
        }
    }

    private static Map<String, Object> facts(CommandContext context, Playback playback) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("versions", Map.of("programs", context.session().versions().text()));
        try {
            var load = context.session().load().report(playback.from(), playback.to());
            facts.put(
                    "load",
                    new LoadReportText(
                                    load,
                                    context.clock().getZone(),
                                    context.session().versions())
                            .json());
        } catch (LabException none) {
            // There was no load at that time, or no primary that could be asked for the rows.
        }
        return facts;
    }

    private static IncidentPage page(CommandContext context, Playback playback) {
        var session = context.session();
        return new IncidentPage(
                session.lab().name(),
                session.versions().text(),
                playback,
                session.load().tenths(playback.from(), playback.to()),
                context.clock().getZone(),
                at -> context.display().draw(playback, at, ScreenSize.USUAL));
    }

    private List<String> lines(CommandContext context, Playback playback) {
        var lines = new ArrayList<String>();
        var is = context.isDryRun() ? " would be in " : " is in ";
        if (!file.isEmpty()) {
            lines.add("the incident" + is + Path.of(file).toAbsolutePath());
            lines.add("  play it back   replay " + ShellQuoting.quote(file));
        }
        if (!report.isEmpty()) {
            lines.add("the report" + is + Path.of(report).toAbsolutePath());
        }
        lines.add("  from "
                + SpanText.of(playback.from(), playback.to(), context.clock().getZone()) + ", "
                + playback.stops().size() + " changes and events"
                + (file.isEmpty() ? "" : "; the file also has the two minutes before"));
        return lines;
    }

    private Map<String, Object> tree(Playback playback) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("file", file);
        tree.put("report", report);
        tree.put("from", playback.from().toString());
        tree.put("to", playback.to().toString());
        return tree;
    }
}
