package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Writes numbered rows. A number is sent once and never again: whoever repeats a write whose outcome he was not told may write it
 * twice, and this is to see what the lab does, not what the client does.
 */
final class Writer extends Client {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String NO_TABLE = "42P01";

    private final int client;
    private final int run;
    private final IntSupplier numbers;
    private final LedgerPen ledger;
    private final Heartbeat heartbeat;
    private boolean isPrepared;

    /** @param numbers gives each number once, to all writers of the run together */
    Writer(int client, int run, IntSupplier numbers, Road road, Pace pace, LedgerPen ledger, Heartbeat heartbeat) {
        super(road, pace, LIFE);
        this.client = client;
        this.run = run;
        this.numbers = numbers;
        this.ledger = ledger;
        this.heartbeat = heartbeat;
    }

    @Override
    void tick(Road.Session session) throws SQLException {
        if (!isPrepared) {
            prepare(session);
        }
        var number = numbers.getAsInt();
        var began = System.nanoTime();
        ledger.sent(client, number);
        try {
            session.write(run, number, client);
        } catch (SQLException e) {
            failed(number, System.nanoTime() - began, Trouble.of(e));
            throw e;
        }
        var ended = System.nanoTime();
        ledger.note(Entry.What.ACKNOWLEDGED, Entry.NOBODY, client, number, ended - began, Trouble.NONE);
        heartbeat.acknowledged(ended, ended - began);
    }

    private void failed(int number, long tookNanos, Trouble trouble) {
        var what = trouble.isRefusal() ? Entry.What.REFUSED : Entry.What.INDETERMINATE;
        ledger.note(what, Entry.NOBODY, client, number, tookNanos, trouble);
        heartbeat.failed(trouble.words());
        // A table that was made and not yet replicated is gone after a failover.
        isPrepared = !trouble.state().equals(NO_TABLE);
    }

    private void prepare(Road.Session session) throws SQLException {
        var began = System.nanoTime();
        try {
            session.prepare();
            isPrepared = true;
        } catch (SQLException e) {
            noWay(System.nanoTime() - began, Trouble.of(e));
            throw e;
        }
    }

    @Override
    void noWay(long tookNanos, Trouble trouble) {
        ledger.note(Entry.What.NO_WAY_TO_WRITE, Entry.NOBODY, client, 0, tookNanos, trouble);
        heartbeat.failed(trouble.words());
    }
}
