package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One client in its own thread, which keeps its connection, tries a statement at every tick of its own clock, and after a failure
 * connects anew: at once, and then ever later, so that many of them make no storm. Ticks that pass while it waits are not made up for.
 */
abstract class LoadClient implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_NAP = Duration.ofMillis(100);

    private final Connector connector;
    private final Pace pace;
    private final long lifeNanos;
    private Optional<Connector.Session> session = Optional.empty();
    private long openedAt;
    private long pauseNanos;
    private volatile boolean open = true;

    /**
     * When it is this client's turn.
     *
     * @param firstNanos its first tick, so that those of several clients lie between each other
     */
    record Pace(long firstNanos, long everyNanos) {

        /** Of one of several clients who together have a rate. */
        static Pace of(int client, int clients, int rate, long startNanos) {
            var every = Duration.ofSeconds(1).toNanos() * clients / rate;
            return new Pace(startNanos + every * client / clients, every);
        }

        /** The first tick after a moment. */
        long after(long nanos) {
            var passed = nanos - firstNanos;
            return passed < 0 ? firstNanos : firstNanos + (passed / everyNanos + 1) * everyNanos;
        }
    }

    /** @param life after which the connection is opened anew */
    LoadClient(Connector connector, Pace pace, Duration life) {
        this.connector = connector;
        this.pace = pace;
        this.lifeNanos = life.toNanos();
    }

    /** Does its statement and notes what became of it; throws what the statement threw, after it was noted. */
    abstract void tick(Connector.Session session) throws SQLException;

    abstract void noWay(long tookNanos, SqlFailure trouble);

    @Override
    public final void run() {
        while (open) {
            pause(pace.after(System.nanoTime()));
            if (open) {
                turn();
            }
        }
        session.ifPresent(Connector.Session::close);
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
        session.ifPresent(Connector.Session::close);
        session = Optional.empty();
    }

    /** The first time it tries again at its next tick. */
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

    /** What is on its way is waited for: its thread ends after at most the deadlines of one statement. */
    final void end() {
        open = false;
    }
}
