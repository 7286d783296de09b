package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A fact with its age: its value, or the reason why it cannot be seen now. It is never null, and never an old value that looks new. */
public sealed interface Observed<T> {

    /** Returns the value, if it was seen. */
    Optional<T> value();

    /** Returns why there is no value; empty if there is one. */
    String reason();

    /** Returns the same with its value mapped by {@code change}. */
    <R> Observed<R> map(Function<T, R> change);

    default boolean isSeen() {
        return value().isPresent();
    }

    /** Returns whether a probe was not answered, which is not the same as not probed. */
    default boolean isUnreachable() {
        return this instanceof Unreachable;
    }

    /** Returns how old the fact is, or for how long there has been none; zero if it was not probed. */
    Duration age(Instant now);

    static <T> Observed<T> seen(T fact, Instant at) {
        return new Seen<>(fact, at);
    }

    static <T> Observed<T> unreachable(String reason, Instant since) {
        return new Unreachable<>(reason, since);
    }

    static <T> Observed<T> unasked() {
        return new Unknown<>("not asked yet");
    }

    /** Creates a fact that was probed, with no certainty whether there was an answer. */
    static <T> Observed<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** @param at when the answer arrived */
    record Seen<T>(T fact, Instant at) implements Observed<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(fact);
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public <R> Observed<R> map(Function<T, R> change) {
            return new Seen<>(change.apply(fact), at);
        }

        @Override
        public Duration age(Instant now) {
            return Duration.between(at, now);
        }
    }

    /**
     * A fact whose probe was not answered, or not in time.
     *
     * @param reason in the words of the server or system: {@code connection refused}
     * @param since when the first probe of the current run of failures was sent
     */
    record Unreachable<T>(String reason, Instant since) implements Observed<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Observed<R> map(Function<T, R> change) {
            return new Unreachable<>(reason, since);
        }

        @Override
        public Duration age(Instant now) {
            return Duration.between(since, now);
        }
    }

    /** A fact of which nothing is known, neither good nor bad: it was not probed yet, or the result is uncertain. */
    record Unknown<T>(String reason) implements Observed<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Observed<R> map(Function<T, R> change) {
            return new Unknown<>(reason);
        }

        @Override
        public Duration age(Instant now) {
            return Duration.ZERO;
        }
    }
}
