package org.pgpoollab.report;

import java.time.Duration;
import java.util.Locale;

/** Formats the numbers of a load for people. */
final class LoadText {

    private LoadText() {}

    /** Formats a duration to a tenth of a second: {@code 3.1 s}; below that in milliseconds, and from a minute on with minutes. */
    static String span(Duration span) {
        if (span.compareTo(Duration.ofMillis(100)) < 0) {
            return Math.round(span.toNanos() / 1e6) + " ms";
        }
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return tenths(span) + " s";
        }
        return span.toMinutes() + " min " + span.toSecondsPart() + " s";
    }

    /** Formats a latency: {@code 1.2 ms}. */
    static String latency(Duration span) {
        if (span.compareTo(Duration.ofSeconds(1)) >= 0) {
            return span(span);
        }
        var milliseconds = span.toNanos() / 1e6;
        return milliseconds < 10
                ? String.format(Locale.ROOT, "%.1f ms", milliseconds)
                : Math.round(milliseconds) + " ms";
    }

    /** Formats an offset: {@code +2.9 s}, {@code -0.4 s}. */
    static String offset(Duration span) {
        return (span.isNegative() ? "-" : "+") + tenths(span.abs()) + " s";
    }

    private static String tenths(Duration span) {
        return String.format(Locale.ROOT, "%.1f", span.toNanos() / 1e9);
    }

    /** Formats a number: {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
