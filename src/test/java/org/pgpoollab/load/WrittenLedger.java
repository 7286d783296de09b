package org.pgpoollab.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a ledger for a test: the time of each entry is said, in milliseconds since the run began. */
final class WrittenLedger implements AutoCloseable {

    static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final LedgerPen pen;
    private int numbers;

    WrittenLedger(Path file, int run, LoadShape shape) {
        pen = new LedgerPen(file, new LedgerHead(run, BEGAN, shape), nanos::get);
    }

    static Instant at(long millis) {
        return BEGAN.plusMillis(millis);
    }

    WrittenLedger acknowledged(long millis) {
        at(millis, Entry.What.ACKNOWLEDGED, sent(millis), Trouble.NONE);
        return this;
    }

    /** One every ten milliseconds, from the first moment up to the last. */
    WrittenLedger acknowledgedFrom(long millis, long last) {
        for (var at = millis; at <= last; at += 10) {
            acknowledged(at);
        }
        return this;
    }

    WrittenLedger failed(long millis, Entry.What what, String state) {
        var number = what == Entry.What.NO_WAY_TO_WRITE ? 0 : sent(millis);
        at(millis, what, number, new Trouble(state, false));
        return this;
    }

    WrittenLedger read(long millis, int node) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        pen.note(Entry.What.READ, node, 0, 0, 1_000_000, Trouble.NONE);
        return this;
    }

    /** The number of a write of which nothing more is noted. */
    int sent(long millis) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        pen.sent(0, ++numbers);
        return numbers;
    }

    private void at(long millis, Entry.What what, int number, Trouble trouble) {
        nanos.set(Duration.ofMillis(millis).toNanos());
        pen.note(what, Entry.NOBODY, 0, number, 1_000_000, trouble);
    }

    @Override
    public void close() {
        pen.close();
    }
}
