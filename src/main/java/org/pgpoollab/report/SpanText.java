package org.pgpoollab.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats a span of time for people. */
public final class SpanText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd ", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private SpanText() {}

    /** Returns {@code 2026-01-01 10:30:00 to 12:00:00}, in whole seconds; the end has its day if that is another one. */
    public static String of(Instant from, Instant to, ZoneId zone) {
        var begin = from.atZone(zone);
        var end = to.atZone(zone);
        var sameDay = begin.toLocalDate().equals(end.toLocalDate());
        return DAY.format(begin) + TIME.format(begin) + " to " + (sameDay ? "" : DAY.format(end)) + TIME.format(end);
    }
}
