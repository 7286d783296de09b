package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * A client that inserts numbered rows. It sends each number once: repeating a write with an unknown outcome might write it twice, and the
 * load measures the lab and not the client.
 */
final class LoadWriter extends LoadClient {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String NO_TABLE = "42P01";

    private final int client;
    private final int run;
    private final IntSupplier numbers;
    private final LedgerWriter ledger;
    private final LoadMeter meter;
    private boolean isPrepared;

    /** @param numbers returns each number once, for all writers of the run together */
    LoadWriter(
            int client,
            int run,
            IntSupplier numbers,
            LoadSessionFactory connector,
            Pace pace,
            LedgerWriter ledger,
            LoadMeter meter) {
        super(connector, pace, LIFE);
        this.client = client;
        this.run = run;
        this.numbers = numbers;
        this.ledger = ledger;
        this.meter = meter;
    }

    @Override
    void tick(LoadSessionFactory.Session session) throws SQLException {
        if (!isPrepared) {
            prepare(session);
        }
        var number = numbers.getAsInt();
        var began = System.nanoTime();
        ledger.sent(client, number);
        try {
            session.write(run, number, client);
        } catch (SQLException e) {
            failed(number, System.nanoTime() - began, SqlFailure.of(e));
            throw e;
        }
        var ended = System.nanoTime();
        ledger.note(LedgerEntry.What.ACKNOWLEDGED, LedgerEntry.NOBODY, client, number, ended - began, SqlFailure.NONE);
        meter.acknowledged(ended, ended - began);
    }

    private void failed(int number, long tookNanos, SqlFailure trouble) {
        var what = trouble.isRefusal() ? LedgerEntry.What.REFUSED : LedgerEntry.What.INDETERMINATE;
        ledger.note(what, LedgerEntry.NOBODY, client, number, tookNanos, trouble);
        meter.failed(trouble.words());
        // After a failover a newly created table is missing if it was not yet replicated.
        isPrepared = !trouble.state().equals(NO_TABLE);
    }

    private void prepare(LoadSessionFactory.Session session) throws SQLException {
        var began = System.nanoTime();
        try {
            session.prepare();
            isPrepared = true;
        } catch (SQLException e) {
            noWay(System.nanoTime() - began, SqlFailure.of(e));
            throw e;
        }
    }

    @Override
    void noWay(long tookNanos, SqlFailure trouble) {
        ledger.note(LedgerEntry.What.NO_WAY_TO_WRITE, LedgerEntry.NOBODY, client, 0, tookNanos, trouble);
        meter.failed(trouble.words());
    }
}
