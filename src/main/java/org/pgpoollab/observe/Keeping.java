package org.pgpoollab.observe;

import java.time.Duration;

/**
 * For how long a watcher relies on what it has. What is kept is cheap; what is kept for too long is not what others would find.
 *
 * @param postgresSession a session of before may go on while PostgreSQL takes no new one, and keeps a smart shutdown from ending
 * @param poolSession each new one may wake another of pgpool's children, which then connects to every backend
 * @param poolDetails what only {@code SHOW pool_nodes} tells: for it, pgpool connects to every backend twice
 * @param poolClients how many children have a client
 */
record Keeping(Duration postgresSession, Duration poolSession, Duration poolDetails, Duration poolClients) {

    private static final Duration FOR_EVER = Duration.ofDays(1000);

    /** For somebody who looks now and then: every look asks everything. */
    static final Keeping SESSIONS = new Keeping(FOR_EVER, FOR_EVER, Duration.ZERO, Duration.ZERO);

    /** For somebody who looks all the time. */
    static final Keeping WATCH =
            new Keeping(Duration.ofSeconds(2), FOR_EVER, Duration.ofSeconds(2), Duration.ofSeconds(1));
}
