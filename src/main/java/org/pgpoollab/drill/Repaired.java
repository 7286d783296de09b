package org.pgpoollab.drill;

import java.time.Duration;
import org.pgpoollab.repair.Repair;

/** A repair that was done, and how long it took. */
public record Repaired(Repair repair, Duration took) {}
