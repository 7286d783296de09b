package org.pgpoollab.observe;

/** Somebody who watches a lab until told to end. */
public interface WatchHandle extends AutoCloseable {

    /** Ends within a second, whatever hangs; nothing is told afterwards. */
    @Override
    void close();
}
