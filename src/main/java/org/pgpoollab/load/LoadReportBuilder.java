package org.pgpoollab.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds a report from the ledgers, run by run, and the rows that survived. For one thread and one report. */
final class LoadReportBuilder {

    private final Instant from;
    private final Instant to;
    private final Instant now;
    private final boolean isRunning;
    private final Optional<LoadStatus> last;
    private final StatementCounts counts = new StatementCounts();
    private final List<Read> runs = new ArrayList<>();

    private record Read(Ledger ledger, RunStatistics counts, LedgerAudit audit) {}

    /**
     * @param isRunning whether the newest run goes on
     * @param last the last status of the newest run
     */
    LoadReportBuilder(Instant from, Instant to, Instant now, boolean isRunning, Optional<LoadStatus> last) {
        this.from = from;
        this.to = to;
        this.now = now;
        this.isRunning = isRunning;
        this.last = last;
    }

    /** Reads a ledger. The caller must pass the ledgers in the order of the runs. */
    void read(Ledger ledger) {
        var head = ledger.head();
        if (head.began().isAfter(to)) {
            return;
        }
        var before = counts.count();
        var runTally = new RunStatistics(head, from, to, counts);
        var audit = new LedgerAudit();
        ledger.forEach(entry -> {
            runTally.accept(entry);
            audit.promised(entry, head.instant(entry.atMicros()), from, to, now, isRunning);
        });
        if (counts.count() > before) {
            runs.add(new Read(ledger, runTally, audit));
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    LoadReport report(SurvivingRows survivors, List<Milestone> milestones) {
        return new LoadReport(
                counts.first(),
                counts.last(),
                runs.get(runs.size() - 1).ledger().head().shape(),
                counts.writes(),
                counts.reads(),
                counts.readsFrom(),
                ending(),
                disturbances(milestones),
                verdict(survivors));
    }

    /** Why the newest run of the report ended; empty if it goes on, was stopped by somebody, or ended after the report. */
    private String ending() {
        var newest = runs.get(runs.size() - 1).ledger().head();
        return last.filter(status ->
                        !isRunning && status.isOf(newest) && !status.at().isAfter(to))
                .map(LoadStatus::ending)
                .orElse("");
    }

    private List<Disturbance> disturbances(List<Milestone> milestones) {
        var all = runs.stream()
                .flatMap(run -> run.counts().disturbances().stream())
                .toList();
        return DisturbanceCauses.given(all, milestones);
    }

    private WriteAudit verdict(SurvivingRows survivors) {
        var rows = new TreeMap<Integer, LedgerAudit.Rows>();
        runs.forEach(run -> rows.put(run.ledger().head().run(), run.audit().rows()));
        var readFrom = survivors.read(Map.copyOf(rows));
        runs.forEach(run -> run.ledger().forEach(run.audit()::sent));
        return runs.stream()
                .map(run -> readFrom.doubt().isEmpty()
                        ? run.audit().verdict(readFrom.node())
                        : run.audit().unknown(readFrom.doubt()))
                .reduce(WriteAudit::plus)
                .orElseThrow();
    }
}
