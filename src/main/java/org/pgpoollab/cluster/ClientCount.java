package org.pgpoollab.cluster;

/**
 * How many sessions one pgpool serves, by {@code SHOW pool_processes}.
 *
 * @param connected sessions open now, those of watchers included
 * @param most how many it can serve at a time: {@code num_init_children}
 * @param maxPool how many connections to each backend every one of these may keep
 */
public record ClientCount(int connected, int most, int maxPool) {

    /** How many connections this pgpool may open to each backend. */
    public int pooled() {
        return most * maxPool;
    }
}
