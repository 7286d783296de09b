package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.cluster.Observed;

/** How long ago, in one short word; and from when on that is worth saying. */
final class ChangeAge {

    /** Facts come twice a second; one that is older than this was not renewed. */
    static final Duration OLD = Duration.ofSeconds(3);

    private ChangeAge() {}

    static boolean isOld(Observed<?> fact, Instant now) {
        return fact.isSeen() && fact.age(now).compareTo(OLD) > 0;
    }

    /** Rounded down to one unit: {@code 4 s}, {@code 20 min}, {@code 3 h}, {@code 2 d}. */
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
