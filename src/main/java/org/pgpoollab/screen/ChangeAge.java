package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.cluster.Observed;

/** Formats an age as one short word, and decides from which age on it is shown. */
final class ChangeAge {

    /** Facts are probed twice a second. A fact older than this was not refreshed. */
    static final Duration OLD = Duration.ofSeconds(3);

    private ChangeAge() {}

    static boolean isOld(Observed<?> fact, Instant now) {
        return fact.isSeen() && fact.age(now).compareTo(OLD) > 0;
    }

    /** Returns the span rounded down to one unit: {@code 4 s}, {@code 20 min}, {@code 3 h}, {@code 2 d}. */
    static String text(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : Math.max(0, span.toSeconds()) + " s";
    }
}
