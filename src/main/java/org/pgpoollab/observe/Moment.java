package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * Now, twice: people set their clocks, so nothing is scheduled by them.
 *
 * @param uptime since the watcher began; never goes back
 * @param at by the lab's clock
 */
record Moment(Duration uptime, Instant at) {}
