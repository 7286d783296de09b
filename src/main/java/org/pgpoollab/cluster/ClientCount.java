package org.pgpoollab.cluster;

/**
 * How many sessions one pgpool serves, from {@code SHOW pool_processes}.
 *
 * @param connected sessions open now, those of probes included
 * @param most how many it can serve at a time: {@code num_init_children}
 * @param maxPool how many connections to each backend every child process may keep
 */
public record ClientCount(int connected, int most, int maxPool) {

    /** The count of a pgpool that answered without one. */
    public static final ClientCount UNKNOWN = new ClientCount(-1, -1, -1);

    /** Returns how many connections this pgpool may open to each backend. */
    public int pooled() {
        return most * maxPool;
    }
}
