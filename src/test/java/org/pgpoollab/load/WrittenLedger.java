package org.pgpoollab.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a ledger for a test, which gives the time of each entry in milliseconds since the run began. */
final class WrittenLedger implements AutoCloseable {

    static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final LedgerWriter ledger;
    private int numbers;

    WrittenLedger(Path file, int run, LoadShape shape) {
        ledger = new LedgerWriter(file, new LedgerHead(run, BEGAN, shape), nanos::get);
    }

    static Instant at(long millis) {
        return BEGAN.plusMillis(millis);
    }

    WrittenLedger acknowledged(long millis) {
        at(millis, LedgerEntry.What.ACKNOWLEDGED, sent(millis), SqlFailure.NONE);
        return this;
    }

    /** Writes an acknowledged write every ten milliseconds, from the first moment to the last. */
    WrittenLedger acknowledgedFrom(long millis, long last) {
        for (var at = millis; at <= last; at += 10) {
            acknowledged(at);
        }
        return this;
    }

    WrittenLedger failed(long millis, LedgerEntry.What what, String state) {
        var number = what == LedgerEntry.What.NO_WAY_TO_WRITE ? 0 : sent(millis);
        at(millis, what, number, new SqlFailure(state, false));
        return this;
    }

    WrittenLedger read(long millis, int node) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        ledger.note(LedgerEntry.What.READ, node, 0, 0, 1_000_000, SqlFailure.NONE);
        return this;
    }

    /** Writes a sent write without an outcome and returns its number. */
    int sent(long millis) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        ledger.sent(0, ++numbers);
        return numbers;
    }

    private void at(long millis, LedgerEntry.What what, int number, SqlFailure trouble) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        ledger.note(what, LedgerEntry.NOBODY, 0, number, 1_000_000, trouble);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
