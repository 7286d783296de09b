package org.pgpoollab.topology;

import java.time.Duration;
import java.util.Locale;

/**
 * Limits the load that the checks of a lab's pgpools put on its backends. Every pgpool checks every backend, each time in a new session, so
 * the number of checks grows with the product of the two counts, while all nodes share one machine. In a large lab each pgpool therefore
 * checks less often than its profile demands; in a small lab the profile's periods are kept.
 */
public final class HealthCheckBudget {

    /**
     * The most health checks a second in the whole lab. A new session costs PostgreSQL about 4 ms of processor time, so these take a tenth
     * of a processor.
     */
    static final int HEALTH_CHECKS_A_SECOND = 27;

    /**
     * The most streaming replication checks a second in the whole lab. They seldom find anything new: the health check detects a lost
     * backend.
     */
    static final int STREAMING_CHECKS_A_SECOND = 9;

    private HealthCheckBudget() {}

    /**
     * Returns the timing with check periods in whole seconds that keep all pgpools together within the budget. A check that is off (0)
     * stays off.
     */
    static Timing bound(Timing wished, int postgres, int pgpools) {
        var pairs = postgres * pgpools;
        return wished.withCheckPeriods(
                period(wished.healthCheckPeriod(), pairs, HEALTH_CHECKS_A_SECOND),
                period(wished.srCheckPeriod(), pairs, STREAMING_CHECKS_A_SECOND));
    }

    /** Returns why the health checks of a lab are further apart than its profile demands; empty if they are not. */
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
