package org.pgpoollab.cluster;

import java.time.Duration;

/**
 * How busy this machine is, on which all of the lab runs and from which it is watched.
 *
 * @param load how many processes ran or waited to run, the average of the last minute
 * @param processors how many there are; 0 if nothing is known
 * @param span the time that was measured, up to now
 * @param withheld how much of that time whoever wanted a processor had to wait, on average
 */
public record MachineLoad(double load, int processors, Duration span, Duration withheld) {

    public static final MachineLoad UNKNOWN = new MachineLoad(0, 0, Duration.ZERO, Duration.ZERO);

    /** Processes that want a processor, for each that there is. */
    private static final double TOO_MANY = 4;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /** Whether what is seen of a lab here may be late, or may not be seen at all. */
    public boolean isTooBusy() {
        return processors > 0 && (load > TOO_MANY * processors || isStarved());
    }

    /** Whether this program itself had too little of the processors; a short time of it is what every start of a program costs. */
    public boolean isStarved() {
        return span.compareTo(LONG_ENOUGH) >= 0 && withheld.multipliedBy(4).compareTo(span.multipliedBy(3)) > 0;
    }
}
