package org.pgpoollab.observe;

import java.time.Duration;

/**
 * How often a {@link Poller} asks and tells. What it asks less often it asks at once when another fact has changed.
 *
 * @param steady between two questions to one server
 * @param watchdog between two questions to one watchdog: each starts a program
 * @param details between two questions for what a pgpool has to look at its backends for
 * @param patience after which a question that was not answered is given up
 * @param least between two snapshots that are told
 * @param most between two snapshots when nothing changes: ages move on
 */
public record PollIntervals(
        Duration steady, Duration watchdog, Duration details, Duration patience, Duration least, Duration most) {

    /** Twice a second, as a class wants to see it. */
    public static final PollIntervals USUAL = new PollIntervals(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));

    /**
     * For who watches beside a load or waits for a state, and looks at what pgpools believe: of what they have to connect to every
     * backend for, twice, he asks only now and then, and when something has changed.
     */
    public static final PollIntervals SPARING = new PollIntervals(
            USUAL.steady(), USUAL.watchdog(), Duration.ofSeconds(5), USUAL.patience(), USUAL.least(), USUAL.most());

    /** Of all servers together: each answer is a transaction or two. */
    private static final int ANSWERS_A_SECOND = 24;

    /** Of all watchdogs together. */
    private static final int PROGRAMS_A_SECOND = 6;

    /** Of all pgpools together, which connect to each of their backends twice. Each session costs PostgreSQL about 4 ms of a processor. */
    private static final int BACKEND_SESSIONS_A_SECOND = 18;

    /**
     * As it is for a lab of this size: all nodes share one machine, and who watches must not keep it from its work. A lab that can be watched
     * in the usual rhythm is asked as often as this one says.
     */
    PollIntervals forLab(int postgres, int pgpools) {
        return new PollIntervals(
                longer(steady, USUAL.steady, postgres + pgpools, ANSWERS_A_SECOND),
                longer(watchdog, USUAL.watchdog, pgpools, PROGRAMS_A_SECOND),
                longer(details, USUAL.details, 2 * postgres * pgpools, BACKEND_SESSIONS_A_SECOND),
                patience,
                least,
                most);
    }

    private static Duration longer(Duration wished, Duration usual, int count, int most) {
        var least = Duration.ofMillis(1000L * count / most);
        return least.compareTo(usual) <= 0 || least.compareTo(wished) <= 0 ? wished : least;
    }
}
