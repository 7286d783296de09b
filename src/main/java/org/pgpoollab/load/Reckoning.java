package org.pgpoollab.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a report out of ledgers, one run after another, and the rows that survived. For one thread and one report. */
final class Reckoning {

    private final Instant from;
    private final Instant to;
    private final Instant now;
    private final boolean isRunning;
    private final Tally tally = new Tally();
    private final List<Read> runs = new ArrayList<>();

    private record Read(Ledger ledger, RunTally tally, Audit audit) {}

    /** @param isRunning whether the newest run goes on */
    Reckoning(Instant from, Instant to, Instant now, boolean isRunning) {
        this.from = from;
        this.to = to;
        this.now = now;
        this.isRunning = isRunning;
    }

    /** Must be told in the order of the runs. */
    void read(Ledger ledger) {
        var head = ledger.head();
        if (head.began().isAfter(to)) {
            return;
        }
        var before = tally.count();
        var runTally = new RunTally(head, from, to, tally);
        var audit = new Audit();
        ledger.forEach(entry -> {
            runTally.accept(entry);
            audit.promised(entry, head.instant(entry.atMicros()), from, to, now, isRunning);
        });
        if (tally.count() > before) {
            runs.add(new Read(ledger, runTally, audit));
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    LoadReport report(Survivors survivors, List<Milestone> milestones) {
        return new LoadReport(
                tally.first(),
                tally.last(),
                runs.get(runs.size() - 1).ledger().head().shape(),
                tally.writes(),
                tally.reads(),
                tally.readsFrom(),
                disturbances(milestones),
                verdict(survivors));
    }

    private List<Disturbance> disturbances(List<Milestone> milestones) {
        var all = runs.stream()
                .flatMap(run -> run.tally().disturbances().stream())
                .toList();
        return Causes.given(all, milestones);
    }

    private Verdict verdict(Survivors survivors) {
        var rows = new TreeMap<Integer, Audit.Rows>();
        runs.forEach(run -> rows.put(run.ledger().head().run(), run.audit().rows()));
        var witness = survivors.read(Map.copyOf(rows));
        runs.forEach(run -> run.ledger().forEach(run.audit()::sent));
        return runs.stream()
                .map(run -> witness.doubt().isEmpty()
                        ? run.audit().verdict(witness.node())
                        : run.audit().unknown(witness.doubt()))
                .reduce(Verdict::plus)
                .orElseThrow();
    }
}
