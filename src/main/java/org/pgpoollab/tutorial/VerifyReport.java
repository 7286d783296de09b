package org.pgpoollab.tutorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.report.TerminalLook;

/** The result of verifying lessons, as a table. */
public record VerifyReport(List<Result> results) implements Report {

    /** @param trouble what is wrong; empty if the lesson is as it must be */
    public record Result(String lesson, int tasks, Duration took, List<String> trouble) {

        public Result {
            trouble = List.copyOf(trouble);
        }

        boolean isGood() {
            return trouble.isEmpty();
        }

        String seconds() {
            return String.format(Locale.ROOT, "%.0f", took.toMillis() / 1000.0);
        }

        String inWords() {
            return isGood() ? "good, " + seconds() + " s" : String.join("; ", trouble);
        }
    }

    public VerifyReport {
        results = List.copyOf(results);
    }

    public boolean isGood() {
        return results.stream().allMatch(Result::isGood);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var width = results.stream().mapToInt(result -> result.lesson().length()).max().orElse(0);
        var row = "%-" + Math.max(6, width) + "s  %5s  %7s  %s";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("lesson", "tasks", "seconds", "result"));
        for (var result : results) {
            var first = result.isGood() ? StatusSign.GOOD.before("good") : StatusSign.BAD.before(result.trouble().get(0));
            lines.add(row.formatted(result.lesson(), result.tasks(), result.seconds(), first));
            result.trouble().stream().skip(1).forEach(more -> lines.add(" ".repeat(Math.max(6, width) + 20) + more));
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("good", isGood());
        tree.put("lessons", results.stream().map(VerifyReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Result result) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lesson", result.lesson());
        tree.put("tasks", result.tasks());
        tree.put("seconds", result.took().toMillis() / 1000.0);
        tree.put("good", result.isGood());
        tree.put("trouble", result.trouble());
        return tree;
    }
}
