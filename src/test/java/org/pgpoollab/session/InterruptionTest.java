package org.pgpoollab.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final Interruption interruption = new Interruption();

    /** Whoever ends the program is another thread. */
    @Test
    void anotherThreadSeesThatAScriptHasNoNextLineYet() {
        var seen = interruption.reading(
                () -> CompletableFuture.supplyAsync(interruption::readsInput).join());

        assertTrue(seen);
        assertFalse(interruption.readsInput());
    }

    @Test
    void inputThatCannotBeReadEndsTheReading() {
        assertThrows(
                IllegalStateException.class,
                () -> interruption.reading(() -> {
                    throw new IllegalStateException("no such line");
                }));

        assertFalse(interruption.readsInput());
    }

    @Test
    void aSignalReachesARunningCommandOnce() {
        interruption.begin();

        assertTrue(interruption.signal());
        assertTrue(Thread.currentThread().isInterrupted());
        assertFalse(interruption.signal());
        interruption.end();
        assertTrue(interruption.happened());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void withoutACommandASignalIsForTheProgram() {
        assertFalse(interruption.signal());
    }
}
