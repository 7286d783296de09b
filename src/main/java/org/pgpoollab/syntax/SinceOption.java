package org.pgpoollab.syntax;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;

/**
 * Parses the start or the end of an output: {@code 5m} ago, {@code 07:43} today, {@code 2026-11-23 07:43:45}, or with an offset as in ISO
 * 8601.
 */
public final class SinceOption {

    private SinceOption() {}

    /** @throws LabException if the text is neither a time span nor a time */
    public static Instant moment(String text, Clock clock) {
        return moment("--since", text, clock);
    }

    /**
     * Parses the value of another option.
     *
     * @param option its name
     * @throws LabException if the text is neither a time span nor a time
     */
    public static Instant moment(String option, String text, Clock clock) {
        return span(text)
                .map(clock.instant()::minus)
                .or(() -> time(text.strip().replace(' ', 'T'), clock))
                .orElseThrow(() -> LabException.usage(
                        option + " cannot be '" + text + "'",
                        "it is neither a length of time nor a time",
                        option + " 5m, or: " + option + " 07:43, or: " + option + " '2026-11-23 07:43:45'"));
    }

    private static Optional<Duration> span(String text) {
        try {
            return Optional.of(TimeSpan.parse(text));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text, Clock clock) {
        var zone = clock.getZone();
        List<Function<String, Instant>> forms = List.of(
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
                form -> LocalTime.parse(form)
                        .atDate(LocalDate.now(clock))
                        .atZone(zone)
                        .toInstant(),
                form -> LocalDate.parse(form).atStartOfDay(zone).toInstant());
        for (var form : forms) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException e) {
                // The next format may match.
            }
        }
        return Optional.empty();
    }
}
