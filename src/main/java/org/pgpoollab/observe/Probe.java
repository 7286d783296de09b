package org.pgpoollab.observe;

/** What is asked of one node again and again. An answer may take for ever; whoever waits no longer says so by {@link #abandon}. */
interface Probe<T> {

    /**
     * Asks, and waits for the answer.
     *
     * @throws Exception whose {@link ProbeFailureText} say why there is none
     */
    T answer() throws Exception;

    /** Ends a question that is being asked, and what is kept for the next one. Never waits; called by another thread. */
    default void abandon() {}
}
