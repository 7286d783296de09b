package org.pgpoollab.command;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.serverlog.LogClock;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.serverlog.LogMerge;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.syntax.SinceOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Shows the logs of nodes, merged by time.",
            "Of a PostgreSQL node those of PostgreSQL and repmgr, of a Pgpool-II node those of Pgpool-II; without a name those of all nodes."
        })
@CommandHelp(
        examples = {"logs", "logs pg-1 leader --since 5m", "logs all -f --lines 100 --grep 'failover|promot'"},
        byHand = {
            "tail -f /run/lab/postgresql.log /run/lab/repmgr.log    (on pg-0)",
            "tail -f /run/lab/pgpool.log    (on pgpool-0)"
        })
public final class Logs implements LabCommand {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

    /** The number of lines at the start of {@code --follow}, as with {@code tail}. */
    private static final int FIRST_LINES = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = "Names, or primary, standby, standbys, leader, vip, all.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-f", "--follow"},
            description = "Prints the last ten lines and then new ones until ^C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "NUMBER",
            description = "Prints only this many of the last lines (default 10 with --follow and without --since).")
    private Integer lines;

    @Option(names = "--grep", paramLabel = "RE", description = "Prints only lines that match this regular expression.")
    private String grep = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Prints only lines since this time: 5m, 07:43, '2026-11-23 07:43:45'.")
    private String since = "";

    @Option(
            names = "--pcp",
            description =
                    "Prints also the lines that Pgpool-II writes about each pcp connection: a watched lab has many.")
    private boolean pcp;

    @Option(
            names = "--explain",
            description = "Prints below each line that is known what it means, unless that was said a few lines above.")
    private boolean explain;

    @Override
    public Exit run(CommandContext context) throws InterruptedException {
        var from = since.isEmpty() ? Instant.MIN : SinceOption.moment(since, context.clock());
        var wanted = wanted(from);
        var session = context.session();
        var nodes = names.isEmpty() ? session.lab().nodes() : NodeArguments.of(session, names);
        var clock = new LogClock();
        var tails = nodes.stream()
                .flatMap(node -> LogMerge.of(node, session.engine().directory(node), clock, follow).stream())
                .map(log -> log.since(from))
                .toList();
        var printer = new LogPrinter(context.output(), session.lab().nodes(), explain);
        try (var logs = new LogMerge(tails)) {
            logs.look();
            printFirst(logs, printer, wanted);
            if (!printer.hasPrinted()) {
                context.output().note("no such line in the logs" + (follow ? " so far" : ""));
            }
            while (follow) {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
                logs.look();
                print(logs, printer, wanted);
            }
            return Exit.DONE;
        }
    }

    private void printFirst(LogMerge logs, LogPrinter printer, Predicate<LogLine> wanted) throws InterruptedException {
        var most = most();
        if (most.isEmpty()) {
            print(logs, printer, wanted);
            return;
        }
        var last = new ArrayDeque<LogLine>();
        for (var next = nextUnlessStopped(logs); next.isPresent(); next = nextUnlessStopped(logs)) {
            next.filter(wanted).ifPresent(last::addLast);
            if (last.size() > most.getAsInt()) {
                last.removeFirst();
            }
        }
        last.forEach(printer::print);
        printer.flush(logs.complaints());
    }

    /** How many of the existing lines to print; empty for all. */
    private OptionalInt most() {
        if (lines != null) {
            return OptionalInt.of(Math.max(0, lines));
        }
        return follow && since.isEmpty() ? OptionalInt.of(FIRST_LINES) : OptionalInt.empty();
    }

    private static void print(LogMerge logs, LogPrinter printer, Predicate<LogLine> wanted)
            throws InterruptedException {
        for (var next = nextUnlessStopped(logs); next.isPresent(); next = nextUnlessStopped(logs)) {
            next.filter(wanted).ifPresent(printer::print);
        }
        printer.flush(logs.complaints());
    }

    private static Optional<LogLine> nextUnlessStopped(LogMerge logs) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return logs.next();
    }

    private Predicate<LogLine> wanted(Instant from) {
        var pattern = pattern();
        return line ->
                !line.at().isBefore(from) && pattern.matcher(line.text()).find() && (pcp || !line.isPcpConnection());
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(grep);
        } catch (PatternSyntaxException e) {
            throw LabException.usage(
                    "--grep cannot be '" + grep + "'", e.getDescription(), "logs --grep '" + Pattern.quote(grep) + "'");
        }
    }
}
