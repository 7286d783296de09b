package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Optional;

/** What the lab without the nodes of the fault did by itself, before the repair. */
public sealed interface SelfRecovery {

    /** Returns how long it took to be redundant again; empty if it was not before the repair. */
    default Optional<Duration> redundantAfter() {
        return Optional.empty();
    }

    /** Returns what was missing until the repair, as a sentence; empty if nothing was. */
    default String missing() {
        return "";
    }

    /** The lab became redundant. */
    record Redundant(Duration after) implements SelfRecovery {
        @Override
        public Optional<Duration> redundantAfter() {
            return Optional.of(after);
        }
    }

    /** The drill needs a repair to end, and its fault took its full effect. */
    record NotExpected() implements SelfRecovery {}

    /** The lab did not become redundant, or the fault did not take its full effect. */
    record Missing(String missing) implements SelfRecovery {}
}
