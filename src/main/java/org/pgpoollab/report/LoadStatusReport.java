package org.pgpoollab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.load.LoadStatus;

/**
 * Reports the state of a load, or its last state if it has ended.
 *
 * @param now the time from which the age of the status is counted
 */
public record LoadStatusReport(LoadStatus loadStatus, boolean isRunning, Instant now) implements Report {

    /** The age from which a running load counts as hanging; it writes its status four times a second. */
    private static final Duration STALE = Duration.ofSeconds(3);

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        lines.add(state().painted(look));
        if (isRunning) {
            lines.add("last second  " + loadStatus.acknowledged() + " writes, " + loadStatus.failed() + " failed, p50 "
                    + LoadText.latency(loadStatus.p50()) + ", p95 " + LoadText.latency(loadStatus.p95()) + "; "
                    + loadStatus.reads()
                    + " reads");
        }
        lines.add("in all       " + LoadText.count(loadStatus.total()) + " writes acknowledged, "
                + LoadText.count(loadStatus.failures()) + " failed; longest gap "
                + LoadText.span(loadStatus.longestGap()));
        return lines;
    }

    private ReportCell state() {
        var age = Duration.between(loadStatus.at(), now);
        var shape = loadStatus.shape().words();
        if (!isRunning) {
            var why = ": " + (loadStatus.words().isEmpty() ? "its process was killed" : loadStatus.words());
            return ReportCell.dim("ended " + TimeSpan.text(age) + " ago" + why + " (" + shape + ")");
        }
        if (age.compareTo(STALE) > 0) {
            return ReportCell.marked(
                    Tone.WARN, shape + ": it hangs, and was last heard of " + TimeSpan.text(age) + " ago");
        }
        if (loadStatus.acknowledged() == 0) {
            return ReportCell.marked(
                    Tone.BAD,
                    "no write goes through, for " + LoadText.span(loadStatus.gap())
                            + (loadStatus.words().isEmpty() ? "" : ": " + loadStatus.words()));
        }
        return ReportCell.marked(
                Tone.GOOD, shape + ", for " + TimeSpan.text(Duration.between(loadStatus.began(), now)));
    }

    @Override
    public Map<String, Object> json() {
        return LoadJson.of(loadStatus, isRunning);
    }
}
