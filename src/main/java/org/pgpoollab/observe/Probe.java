package org.pgpoollab.observe;

/** Asks a node one question, repeatedly. An answer may take for ever; {@link #abandon} ends the waiting. */
interface Probe<T> {

    /**
     * Asks and waits for the answer.
     *
     * @throws Exception if there is no answer; {@link ProbeFailureText} puts its reason in words
     */
    T answer() throws Exception;

    /** Aborts a running probe and closes what it keeps for the next one. Never waits; called by another thread. */
    default void abandon() {}
}
