package org.pgpoollab.topology;

import java.time.Duration;
import java.util.Locale;

/**
 * Bounds what the pgpools of one lab cost its backends by looking at them. Every pgpool looks at every backend, each time in a new
 * session, so that the number of looks grows with the product of the two counts, while all nodes share one machine. In a large lab
 * each pgpool therefore looks less often than its profile asks for; of a lab with few pairs the profile's periods are left alone.
 */
public final class CheckBudget {

    /** In the whole lab. A new session costs PostgreSQL about 4 ms of a processor: these take a tenth of one. */
    static final int HEALTH_CHECKS_A_SECOND = 27;

    /** In the whole lab. What they find is seldom news: that a backend is gone is for the health check to tell. */
    static final int STREAMING_CHECKS_A_SECOND = 9;

    private CheckBudget() {}

    /** The same timing with periods in whole seconds that keep all pgpools together within the budget. What is off (0) stays off. */
    static Timing bound(Timing wished, int postgres, int pgpools) {
        var pairs = postgres * pgpools;
        return wished.withCheckPeriods(
                period(wished.healthCheckPeriod(), pairs, HEALTH_CHECKS_A_SECOND),
                period(wished.srCheckPeriod(), pairs, STREAMING_CHECKS_A_SECOND));
    }

    /** Why the health checks of a lab are further apart than its profile asks for; empty if they are not. */
    public static String whyHealthChecksAreApart(Lab lab) {
        var profile = TimingProfile.valueOf(lab.timing().profile().toUpperCase(Locale.ROOT))
                .timing();
        var period = lab.timing().healthCheckPeriod();
        if (period.equals(profile.healthCheckPeriod())) {
            return "";
        }
        var pairs = lab.postgresCount() * lab.pgpoolCount();
        return "Profile " + profile.profile() + " has a period of "
                + profile.healthCheckPeriod().toSeconds() + " s. "
                + lab.pgpoolCount() + " pgpools * " + lab.postgresCount() + " backends = " + pairs
                + " checks, of which the lab has at most " + HEALTH_CHECKS_A_SECOND + " a second.";
    }

    private static Duration period(Duration wished, int pairs, int most) {
        if (wished.isZero()) {
            return wished;
        }
        var least = Duration.ofSeconds((pairs + most - 1) / most);
        return wished.compareTo(least) < 0 ? least : wished;
    }
}
