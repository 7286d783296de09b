package org.pgpoollab.observe;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A value that is good for some time. One thread keeps and uses it; any may have it forgotten. */
final class Remembered<T> {

    interface Source<T> {
        T ask() throws SQLException;
    }

    private record Kept<T>(T value, long nanos) {}

    private final Duration life;
    private volatile Optional<Kept<T>> kept = Optional.empty();
    private volatile long forgotten;

    Remembered(Duration life) {
        this.life = life;
    }

    Optional<T> value() {
        return kept.filter(found -> System.nanoTime() - found.nanos() < life.toNanos())
                .map(Kept::value);
    }

    /** Asks, and keeps the answer; unless it was to be forgotten while it was asked for: it may be of before. */
    T keep(Source<T> source) throws SQLException {
        var before = forgotten;
        var value = source.ask();
        kept = Optional.of(new Kept<>(value, System.nanoTime()));
        if (forgotten != before) {
            kept = Optional.empty();
        }
        return value;
    }

    void forget() {
        forgotten = System.nanoTime();
        kept = Optional.empty();
    }
}
