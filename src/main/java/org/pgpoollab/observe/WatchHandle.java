package org.pgpoollab.observe;

/** A running watch of a lab, which goes on until it is closed. */
public interface WatchHandle extends AutoCloseable {

    /** Ends within a second, even if a probe hangs; nothing is reported afterwards. */
    @Override
    void close();
}
