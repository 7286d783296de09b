package org.pgpoollab.syntax;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.LabException;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import picocli.CommandLine.Option;

/** The options that choose a span of what was kept of a lab. picocli fills them. */
public final class PlaybackOptions {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = NotEmpty.class,
            description =
                    "Begins at this time: 10:32, '2026-11-23 10:32:05', or 5m before the end (default: all that is kept).")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = NotEmpty.class,
            description = "Ends at this time (default: the last snapshot).")
    private String to = "";

    /**
     * Returns the part that the options choose. A time of day is that on the last day that was kept, or the day before.
     *
     * @throws LabException if nothing was kept, or nothing of that time
     */
    public Playback choose(RecordedLab recorded, Clock ofUser) {
        var clock = recorded.clock(ofUser);
        var end = recorded.end()
                .orElseThrow(() -> LabException.failed(
                        "there is nothing to play back of " + recorded.origin(),
                        "no snapshot was kept: they are while the full screen or events -f watches the lab",
                        "events -f, and replay while it runs or after"));
        var begin = from.isEmpty() ? Instant.MIN : moment("--from", from, clock, end);
        var until = to.isEmpty() ? end : moment("--to", to, clock, end);
        if (until.isBefore(begin)) {
            throw LabException.usage("--to is before --from", "", "--from " + to + " --to " + from);
        }
        return recorded.span(begin, until)
                .orElseThrow(() -> LabException.failed(
                        "nothing was kept of " + recorded.origin() + " from that time",
                        "its snapshots are from "
                                + recorded.series().moments().get(0).at() + " to " + end,
                        "replay without --from and --to"));
    }

    private static Instant moment(String option, String text, Clock clock, Instant end) {
        var moment = SinceOption.moment(option, text, clock);
        var isTimeOfDay = text.strip().matches("[0-9]{2}:[0-9]{2}.*");
        return isTimeOfDay && moment.isAfter(end.plus(Duration.ofHours(1))) ? moment.minus(Duration.ofDays(1)) : moment;
    }
}
