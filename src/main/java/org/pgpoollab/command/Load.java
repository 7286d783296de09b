package org.pgpoollab.command;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.report.LoadReportText;
import org.pgpoollab.report.LoadStatusReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.LoadOptions;
import org.pgpoollab.syntax.SinceOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Runs clients on the virtual IP, and reports what they noticed.",
            "load alone shows the current state; load start starts the clients, load stop ends them.",
            "load report lists outages with their causes, and whether every acknowledged write is still there.",
            "The clients run until load stop or down, also after this program has ended."
        })
@CommandHelp(
        examples = {
            "load start",
            "load start --clients 2 --writes 50 --reads 0",
            "load",
            "load report --since 5m",
            "load stop"
        },
        byHand = {
            "psql -h pgpool -U admin -c 'CREATE TABLE IF NOT EXISTS written (at timestamptz)'    (on pgpool-0)",
            "echo 'INSERT INTO written VALUES (now())' | pgbench -n -c 4 -R 100 -T 3600 -f /dev/stdin"
                    + " -h pgpool -U admin admin    (on pgpool-0)",
            "psql -h pg-1 -U admin -c 'SELECT count(*), max(at) FROM written'    (on pgpool-0)"
        })
public final class Load implements LabCommand {

    private static final String CHOICES = "start, stop, report; nothing to see how it goes";

    @Parameters(arity = "0..1", paramLabel = "WHAT", completionCandidates = Words.class, description = CHOICES + ".")
    private String what = "";

    @Mixin
    private LoadOptions wish;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Reports only what happened since this time: 5m, 07:43, '2026-11-23 07:43:45'.")
    private String since = "";

    /** The subcommands of {@code load}, for completion. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of("start", "stop", "report").iterator();
        }
    }

    @Override
    public boolean changes() {
        return what.equals("start") || what.equals("stop");
    }

    /** {@code load} reserves no lab: it only adds clients. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        var load = context.session().load();
        return switch (what) {
            case "" -> now(context);
            case "start" -> context.carryOut(load.start(wish.shape()));
            case "stop" -> context.carryOut(load.stop());
            case "report" -> {
                var from = since.isEmpty() ? Instant.MIN : SinceOption.moment(since, context.clock());
                yield context.show(new LoadReportText(
                        load.report(from, Instant.MAX),
                        context.clock().getZone(),
                        context.session().versions()));
            }
            default -> throw LabException.usage("load cannot '" + what + "'", "it can: " + CHOICES, "load");
        };
    }

    private static Exit now(CommandContext context) {
        var load = context.session().load();
        var loadStatus = load.loadStatus();
        if (loadStatus.isEmpty()) {
            return context.show(AdHocReport.of(
                    () -> List.of(
                            load.isRunning() ? "a load has just begun" : "there is no load; begin one: load start"),
                    () -> Map.of("running", load.isRunning())));
        }
        return context.show(new LoadStatusReport(
                loadStatus.orElseThrow(), load.isRunning(), context.clock().instant()));
    }
}
