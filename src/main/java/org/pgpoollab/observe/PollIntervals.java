package org.pgpoollab.observe;

import java.time.Duration;

/**
 * The intervals at which a {@link Poller} probes and reports. A probe with a long interval also runs at once when another fact has changed.
 *
 * @param steady between two probes of one server
 * @param watchdog between two probes of one watchdog: each starts a program
 * @param details between two probes for which a pgpool has to ask its backends
 * @param timeLimit the time after which an unanswered probe is abandoned
 * @param least the shortest time between two reported snapshots
 * @param most the longest time between two reported snapshots if nothing changes, because ages still grow
 */
public record PollIntervals(
        Duration steady, Duration watchdog, Duration details, Duration timeLimit, Duration least, Duration most) {

    /** Probes servers twice a second, for a display. */
    public static final PollIntervals USUAL = new PollIntervals(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));

    /**
     * For watching during a load or while waiting for a state. Probes for which pgpools connect to every backend twice run seldom, and when
     * a fact has changed.
     */
    public static final PollIntervals SPARING = new PollIntervals(
            USUAL.steady(), USUAL.watchdog(), Duration.ofSeconds(5), USUAL.timeLimit(), USUAL.least(), USUAL.most());

    /** The most answers a second of all servers together; each answer is a transaction or two. */
    private static final int ANSWERS_A_SECOND = 24;

    /** The most watchdog probes a second of all watchdogs together. */
    private static final int PROGRAMS_A_SECOND = 6;

    /**
     * The most backend sessions a second of all pgpools together, which connect to each backend twice. A session costs PostgreSQL about 4
     * ms of processor time.
     */
    private static final int BACKEND_SESSIONS_A_SECOND = 18;

    /**
     * Returns the intervals for a lab of this size. All nodes share one machine, and watching must not slow them down. A lab that is small
     * enough for {@link #USUAL} keeps these intervals.
     */
    PollIntervals forLab(int postgres, int pgpools) {
        return new PollIntervals(
                longer(steady, USUAL.steady, postgres + pgpools, ANSWERS_A_SECOND),
                longer(watchdog, USUAL.watchdog, pgpools, PROGRAMS_A_SECOND),
                longer(details, USUAL.details, 2 * postgres * pgpools, BACKEND_SESSIONS_A_SECOND),
                timeLimit,
                least,
                most);
    }

    private static Duration longer(Duration wished, Duration usual, int count, int most) {
        var least = Duration.ofMillis(1000L * count / most);
        return least.compareTo(usual) <= 0 || least.compareTo(wished) <= 0 ? wished : least;
    }
}
