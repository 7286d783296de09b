package org.pgpoollab.cluster;

import java.util.List;

/**
 * Under which circumstances a lab was looked at.
 *
 * @param starting whether an {@code up} is just making it: what is missing may still come
 * @param machine how busy this machine was
 * @param others the names of the other labs of this user that run; looked for only where the machine is too busy
 * @param unfinished whether the first {@code up} of the lab ended before its data was complete
 * @param room bytes that are free where the lab's files lie; {@link #ENOUGH} if that is not known
 */
public record ObservationContext(
        boolean starting, MachineLoad machine, List<String> others, boolean unfinished, long room) {

    public static final long ENOUGH = Long.MAX_VALUE;

    public ObservationContext {
        others = List.copyOf(others);
    }

    /** Its first start came to its end, and there is room. */
    public ObservationContext(boolean starting, MachineLoad machine, List<String> others) {
        this(starting, machine, others, false, ENOUGH);
    }

    /** No other lab is known. */
    public ObservationContext(boolean starting, MachineLoad machine) {
        this(starting, machine, List.of());
    }

    /** Nothing is known of them. */
    public static final ObservationContext NONE = new ObservationContext(false, MachineLoad.UNKNOWN);
}
