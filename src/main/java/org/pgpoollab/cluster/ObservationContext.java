package org.pgpoollab.cluster;

import java.util.List;

/**
 * Under which circumstances a lab was looked at.
 *
 * @param starting whether an {@code up} is just making it: what is missing may still come
 * @param machine how busy this machine was
 * @param others the names of the other labs of this user that run; looked for only where the machine is too busy
 */
public record ObservationContext(boolean starting, MachineLoad machine, List<String> others) {

    public ObservationContext {
        others = List.copyOf(others);
    }

    /** No other lab is known. */
    public ObservationContext(boolean starting, MachineLoad machine) {
        this(starting, machine, List.of());
    }

    /** Nothing is known of them. */
    public static final ObservationContext NONE = new ObservationContext(false, MachineLoad.UNKNOWN);
}
