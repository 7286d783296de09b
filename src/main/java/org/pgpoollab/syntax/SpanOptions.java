package org.pgpoollab.syntax;

import java.time.Clock;
import java.time.Instant;
import org.pgpoollab.LabException;
import picocli.CommandLine.Option;

/** The options that choose a span of the time up to now. picocli fills them. */
public final class SpanOptions {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = NotEmpty.class,
            description =
                    "Begins at this time: 10:32, '2026-11-23 10:32:05', or 5m ago (default: when the lab was made).")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = NotEmpty.class,
            description = "Ends at this time (default: now).")
    private String to = "";

    /** A span of time. */
    public record Span(Instant from, Instant to) {}

    /**
     * Returns the span that the options choose.
     *
     * @param usual where it begins without --from
     */
    public Span choose(Instant usual, Clock clock) {
        var begin = from.isEmpty() ? usual : SinceOption.moment("--from", from, clock);
        var end = to.isEmpty() ? clock.instant() : SinceOption.moment("--to", to, clock);
        if (end.isBefore(begin)) {
            throw to.isEmpty()
                    ? LabException.usage("--from " + from + " is still to come", "", "--from 10m")
                    : LabException.usage("--to is before --from", "", "");
        }
        return new Span(begin, end);
    }
}
