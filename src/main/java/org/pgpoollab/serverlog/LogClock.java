package org.pgpoollab.serverlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the time at the beginning of a log line: {@code 2026-11-23 07:43:45.064 UTC [123]} (PostgreSQL's {@code %m}),
 * {@code [2026-11-23 07:43:39]} (repmgr), {@code 2026-11-23 07:43:39.123: main pid 12:} (Pgpool-II). The last two name no time zone:
 * it is UTC, which the engine sets for all servers.
 */
public final class LogClock {

    private static final Pattern TIME = Pattern.compile(
            "\\[?(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)]?:?(?: ([A-Z]{1,5}|[+-]\\d\\d(?::?\\d\\d)?) )?");

    /** Returns the time; empty if the line does not begin with one. */
    public Optional<Instant> time(String line) {
        if (line.length() < 19 || !startsLikeTime(line)) {
            return Optional.empty();
        }
        var matcher = TIME.matcher(line);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        try {
            var time = LocalDateTime.parse(
                    matcher.group(1) + "T" + matcher.group(2).replace(',', '.'));
            return Optional.of(time.atZone(zone(matcher.group(3))).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean startsLikeTime(String line) {
        var first = line.charAt(0) == '[' ? line.charAt(1) : line.charAt(0);
        return Character.isDigit(first);
    }

    private static ZoneId zone(String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
