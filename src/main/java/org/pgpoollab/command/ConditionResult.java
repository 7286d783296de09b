package org.pgpoollab.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.condition.Evaluation;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/**
 * The result of checking a condition.
 *
 * @param sentence the condition in its canonical wording
 * @param took the time from the first snapshot to the last
 */
record ConditionResult(Evaluation verdict, String sentence, Duration took) implements Report {

    /** Returns success if the condition is met, and {@code UNMET} if it is not met or cannot be observed. */
    Exit exit() {
        return verdict.isMet() ? Exit.DONE : Exit.UNMET;
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        return switch (verdict.outcome()) {
            case MET -> List.of("✓ " + sentence + "  " + seconds);
            case UNMET -> List.of("✗ not met: " + sentence + "  " + seconds, "  because  " + verdict.why());
            case UNKNOWN -> List.of("✗ not known: " + sentence + "  " + seconds, "  because  " + verdict.why());
        };
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("met", verdict.isMet());
        tree.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        tree.put("condition", sentence);
        tree.put("why", verdict.why());
        tree.put("seconds", took.toMillis() / 1000.0);
        return tree;
    }
}
