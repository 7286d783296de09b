package org.pgpoollab.report;

import java.time.Instant;
import java.util.Locale;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;

/**
 * Shortens the reason why a fact is missing to the width of a cell: {@code ✗ refused 4 s}. The findings and the JSON contain the full
 * reason.
 */
public final class UnseenReason {

    private static final int LONGEST = 24;

    private UnseenReason() {}

    public static ReportCell cell(Observed<?> fact, Instant now) {
        if (!fact.isUnreachable()) {
            return ReportCell.marked(Tone.DIM, fact.reason());
        }
        var lasts = fact.age(now).compareTo(StateText.NOW) >= 0;
        return ReportCell.marked(Tone.BAD, brief(fact.reason()) + (lasts ? " " + TimeSpan.text(fact.age(now)) : ""));
    }

    /** Returns one or two words for common reasons, otherwise the beginning of the reason. */
    public static String brief(String reason) {
        var lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("refused")) {
            return "refused";
        }
        if (lower.contains("timeout") || lower.contains("timed out")) {
            return "timeout";
        }
        if (lower.contains("starting up")) {
            return "starting up";
        }
        if (lower.contains("shutting down")) {
            return "shutting down";
        }
        var line = reason.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
