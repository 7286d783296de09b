package org.pgpoollab;

import java.time.Duration;
import java.util.regex.Pattern;

/** Parses durations as users type them ({@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}) and formats them for display. */
public final class TimeSpan {

    private static final Pattern TYPED = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofHours(24);

    private TimeSpan() {}

    /**
     * Parses a duration above zero and of at most a day.
     *
     * @throws LabException with status 2 for any other text
     */
    public static Duration parse(String typed) {
        var matcher = TYPED.matcher(typed);
        if (!matcher.matches()) {
            throw unreadable(typed, "a time is a whole number and its unit: ms, s, m or h");
        }
        var span = of(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (span.isZero()) {
            throw unreadable(typed, "a time must be longer than nothing");
        }
        if (span.compareTo(LONGEST) > 0) {
            throw unreadable(typed, "a time is at most 24h");
        }
        return span;
    }

    /** Formats a duration, rounded down to one or two units: {@code 340 ms}, {@code 4 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
    public static String text(Duration span) {
        if (span.isNegative()) {
            return "0 s";
        }
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return span.isZero() ? "0 s" : span.toMillis() + " ms";
        }
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return span.toSeconds() + " s";
        }
        if (span.compareTo(Duration.ofHours(1)) < 0) {
            return pair(span.toMinutes(), "min", span.toSecondsPart(), "s");
        }
        return pair(span.toHours(), "h", span.toMinutesPart(), "min");
    }

    private static String pair(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static LabException unreadable(String typed, String why) {
        return LabException.usage("\"" + typed + "\" is no length of time", why, "write it like 500ms, 30s or 2m");
    }
}
