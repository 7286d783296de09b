package org.pgpoollab.cluster;

import java.time.Duration;

/**
 * The load of this machine, on which the whole lab runs and is watched.
 *
 * @param load how many processes ran or waited to run, the average of the last minute
 * @param processors how many there are; 0 if nothing is known
 * @param span the measured time, up to now
 * @param withheld how much of that time runnable threads had to wait for a processor, on average
 */
public record MachineLoad(double load, int processors, Duration span, Duration withheld) {

    public static final MachineLoad UNKNOWN = new MachineLoad(0, 0, Duration.ZERO, Duration.ZERO);

    /** How many runnable processes for each processor are too many. */
    private static final double TOO_MANY = 4;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /** Returns whether facts about a lab may be late or missing because of the load. */
    public boolean isTooBusy() {
        return processors > 0 && (load > TOO_MANY * processors || isStarved());
    }

    /** Returns whether this program itself had too little processor time; it ignores short times, which every start of a program costs. */
    public boolean isStarved() {
        return span.compareTo(LONG_ENOUGH) >= 0 && withheld.multipliedBy(4).compareTo(span.multipliedBy(3)) > 0;
    }
}
