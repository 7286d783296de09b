package org.pgpoollab.challenge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.Tone;

/** Reports how a challenge ended, what it was, what it cost, and what would have shown it soonest. */
record ChallengeResultText(ChallengeResult result, List<Cause> causes) implements Report {

    ChallengeResultText {
        causes = List.copyOf(causes);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        var isSolved = result.outcome() == ChallengeResult.Outcome.SOLVED;
        lines.add(ReportCell.marked(
                        isSolved ? Tone.GOOD : Tone.WARN, result.outcome().word() + ": " + points())
                .painted(look));
        causes.forEach(cause -> lines.add("  it was    " + cause.answer() + ": " + cause.what()));
        lines.add("  noticed   " + after(result.noticed()));
        lines.add("  named     " + after(result.named()) + ", wrong answers: " + result.wrong() + ", hints: "
                + result.hints());
        lines.add("  repaired  " + after(result.repaired()));
        lines.add("  clients   " + result.clients());
        causes.forEach(cause -> lines.add("  shown by  " + cause.shows()));
        causes.forEach(cause -> lines.add("  repair    " + String.join("; ", cause.repair())));
        return lines;
    }

    private String points() {
        return result.points() + " of " + result.mostPoints() + " points";
    }

    private static String after(Duration time) {
        return time.isNegative() ? "never" : "after " + TimeSpan.text(time);
    }

    @Override
    public Map<String, Object> json() {
        var tree = result.tree();
        tree.put("causes", causes.stream().map(ChallengeResultText::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Cause cause) {
        return Map.of(
                "answer", cause.answer(),
                "what", cause.what(),
                "shows", cause.shows(),
                "repair", cause.repair());
    }
}
