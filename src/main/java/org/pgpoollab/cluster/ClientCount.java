package org.pgpoollab.cluster;

/**
 * How many sessions one pgpool serves, by {@code SHOW pool_processes}.
 *
 * @param connected sessions open now, those of watchers included
 * @param most how many it can serve at a time: {@code num_init_children}
 */
public record ClientCount(int connected, int most) {}
