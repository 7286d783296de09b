package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One client in its own thread. It keeps its connection and tries a statement at every tick of its own pace. After a failure it reconnects,
 * at first at the next tick and then after growing pauses, so that many clients cause no connection storm. It does not make up for ticks
 * that it misses.
 */
abstract class LoadClient implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_NAP = Duration.ofMillis(100);

    private final LoadSessionFactory connector;
    private final Pace pace;
    private final long lifeNanos;
    private Optional<LoadSessionFactory.Session> session = Optional.empty();
    private long openedAt;
    private long pauseNanos;
    private volatile boolean open = true;

    /**
     * The times at which a client sends statements.
     *
     * @param firstNanos its first tick, offset so that the ticks of several clients interleave
     */
    record Pace(long firstNanos, long everyNanos) {

        /** Returns the pace of one of several clients that share a rate per second. */
        static Pace of(int client, int clients, int rate, long startNanos) {
            var every = Duration.ofSeconds(1).toNanos() * clients / rate;
            return new Pace(startNanos + every * client / clients, every);
        }

        /** Returns the first tick after a moment. */
        long after(long nanos) {
            var passed = nanos - firstNanos;
            return passed < 0 ? firstNanos : firstNanos + (passed / everyNanos + 1) * everyNanos;
        }
    }

    /** @param life the time after which the client opens a new connection */
    LoadClient(LoadSessionFactory connector, Pace pace, Duration life) {
        this.connector = connector;
        this.pace = pace;
        this.lifeNanos = life.toNanos();
    }

    /** Runs one statement and logs its outcome; rethrows the statement's exception after logging it. */
    abstract void tick(LoadSessionFactory.Session session) throws SQLException;

    abstract void noWay(long tookNanos, SqlFailure trouble);

    @Override
    public final void run() {
        while (open) {
            pause(pace.after(System.nanoTime()));
            if (open) {
                turn();
            }
        }
        session.ifPresent(LoadSessionFactory.Session::close);
    }

    final void turn() {
        try {
            if (session.isPresent() && System.nanoTime() - openedAt > lifeNanos) {
                drop();
            }
            if (session.isEmpty()) {
                connect();
            }
            tick(session.orElseThrow());
            pauseNanos = 0;
        } catch (SQLException noted) {
            drop();
            backOff();
        }
    }

    private void connect() throws SQLException {
        var began = System.nanoTime();
        try {
            session = Optional.of(connector.open());
            openedAt = System.nanoTime();
        } catch (SQLException e) {
            noWay(System.nanoTime() - began, SqlFailure.of(e));
            throw e;
        }
    }

    private void drop() {
        session.ifPresent(LoadSessionFactory.Session::close);
        session = Optional.empty();
    }

    /** Waits before the next attempt. After the first failure there is no pause: the next attempt is at the next tick. */
    private void backOff() {
        var end = System.nanoTime() + pauseNanos;
        pauseNanos = Math.min(LONGEST_PAUSE.toNanos(), Math.max(FIRST_PAUSE.toNanos(), 2 * pauseNanos));
        pause(end);
    }

    private void pause(long untilNanos) {
        for (var left = untilNanos - System.nanoTime(); open && left > 0; left = untilNanos - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP.toNanos()));
        }
    }

    /** Tells the thread to end. It finishes the statement in progress, so it ends within the deadlines of one statement. */
    final void end() {
        open = false;
    }
}
