package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A fact with its age: what was seen, or why it cannot be seen now. Never null, never a stale value that looks fresh. */
public sealed interface Observed<T> {

    /** The value, if it was seen. */
    Optional<T> value();

    /** Why there is no value; empty if there is one. */
    String reason();

    /** The same with its value put through {@code change}. */
    <R> Observed<R> map(Function<T, R> change);

    default boolean isSeen() {
        return value().isPresent();
    }

    /** Asked, and not answered: not the same as not asked. */
    default boolean isUnreachable() {
        return this instanceof Unreachable;
    }

    /** How old the fact is, or for how long there has been none; zero if nobody has asked. */
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

    /** Asked, and it cannot be told whether there is an answer. */
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
     * Asked, and not answered in time or at all.
     *
     * @param reason in the words of who refused: {@code connection refused}
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

    /** Nothing is known, which speaks neither for nor against it: nobody has asked yet, or it cannot be told. */
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
