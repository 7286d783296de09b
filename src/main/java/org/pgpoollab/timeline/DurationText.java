package org.pgpoollab.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.pgpoollab.TimeSpan;

/** Formats a duration for users: {@code 2.3 s}, and from a minute on {@code 2 min 5 s}. */
final class DurationText {

    private DurationText() {}

    static String text(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.compareTo(Duration.ofMinutes(1)) >= 0) {
            return TimeSpan.text(span);
        }
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, span.toMillis()) / 1000.0);
    }
}
