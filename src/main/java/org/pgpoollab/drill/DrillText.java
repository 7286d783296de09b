package org.pgpoollab.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.topology.Lab;

/** The texts of a drill, the same in the terminal and in a file. */
final class DrillText {

    private DrillText() {}

    static List<String> heading(DrillResult result) {
        return List.of(
                result.drill().word() + ": " + result.drill().sentence(),
                lab(result.lab()) + "; " + load(result.shape())
                        + (result.versions().areKnown()
                                ? "; " + result.versions().text()
                                : ""));
    }

    static String lab(Lab lab) {
        return "lab " + lab.name() + ", " + lab.postgresCount() + "+" + lab.pgpoolCount() + ", profile "
                + lab.timing().profile();
    }

    static String load(LoadShape shape) {
        return shape.clients() + " clients, " + shape.writes() + " writes/s, " + shape.reads() + " reads/s";
    }

    /** Formats seconds: {@code 2.91 s}, and from ten seconds on {@code 14.2 s}. */
    static String seconds(Duration span) {
        var millis = span.toMillis();
        return String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000.0);
    }

    /** What was observed after the fault, one line for each milestone. */
    static List<String> whatMadeTheTime(DrillRun run) {
        return milestones(run).stream()
                .map(row -> String.format(Locale.ROOT, "%8s  %s", row.get(0), row.get(1)))
                .toList();
    }

    /** Rows of the time since the fault and what was observed then. */
    static List<List<String>> milestones(DrillRun run) {
        return run.milestones().stream()
                .map(milestone ->
                        List.of("+" + seconds(Duration.between(run.begun(), milestone.at())), milestone.text()))
                .toList();
    }

    static List<String> losses(DrillResult result) {
        return losses(
                result.runs().stream().flatMap(run -> run.repaired().stream()).toList());
    }

    /** The runs in which the rest did not serve again by itself, although it should have. */
    static List<String> troubles(DrillResult result) {
        return result.runs().stream()
                .filter(run -> !run.missing().isEmpty())
                .map(run -> "after " + run.fault() + " the rest was not redundant again before it was repaired: "
                        + run.missing())
                .toList();
    }

    /** What the repairs discarded, one line for each. */
    static List<String> losses(List<CompletedRepair> repaired) {
        return repaired.stream().flatMap(repair -> repair.loss().stream()).toList();
    }

    static String verdict(WriteAudit verdict) {
        var acknowledged = number(verdict.acknowledged()) + " writes acknowledged";
        if (!verdict.isKnown()) {
            return acknowledged + "; whether they are there is not known: " + verdict.doubt();
        }
        return acknowledged + ", " + number(verdict.lost()) + " lost; " + number(verdict.indeterminate())
                + " unanswered, " + number(verdict.arrived()) + " of them arrived; " + number(verdict.duplicated())
                + " twice"
                + (verdict.unexplained() == 0 ? "" : "; " + number(verdict.unexplained()) + " rows that nobody wrote");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
