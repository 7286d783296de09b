package org.pgpoollab.report;

import java.util.Locale;
import java.util.Set;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;

/**
 * Shortens the reason why a fact is missing to the width of a cell: {@code ✗ refused 4 s}. The findings and the JSON contain the full
 * reason.
 */
public final class UnseenReason {

    private static final int LONGEST = 24;
    private static final Set<String> OF_START = Set.of("refused", "no socket", "starting up");

    private UnseenReason() {}

    public static ReportCell cell(ClusterState state, Observed<?> fact) {
        if (isOfStart(state, fact)) {
            return ReportCell.marked(Tone.DIM, "starting");
        }
        if (!fact.isUnreachable()) {
            return ReportCell.marked(Tone.DIM, fact.reason());
        }
        var age = fact.age(state.at());
        var lasts = age.compareTo(StateText.NOW) >= 0;
        return ReportCell.marked(Tone.BAD, brief(fact.reason()) + (lasts ? " " + TimeSpan.text(age) : ""));
    }

    /** Returns whether a server is missing as it is while {@code up} runs: that is no trouble yet. */
    public static boolean isOfStart(ClusterState state, Observed<?> fact) {
        return state.context().starting() && fact.isUnreachable() && OF_START.contains(brief(fact.reason()));
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
        if (lower.contains("connection to socket")) {
            return "no socket";
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
