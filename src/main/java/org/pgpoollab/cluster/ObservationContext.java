package org.pgpoollab.cluster;

import java.util.List;

/**
 * The circumstances of a snapshot.
 *
 * @param starting whether an {@code up} is running: what is missing may still come
 * @param machine the load of this machine
 * @param others the names of this user's other labs that run; determined only if the machine is too busy
 * @param unfinished whether the first {@code up} of the lab ended before its data was complete
 * @param room free bytes where the lab's files are; {@link #ENOUGH} if that is not known
 */
public record ObservationContext(
        boolean starting, MachineLoad machine, List<String> others, boolean unfinished, long room) {

    public static final long ENOUGH = Long.MAX_VALUE;

    public ObservationContext {
        others = List.copyOf(others);
    }

    /** Creates the circumstances of a lab with complete data and enough free space. */
    public ObservationContext(boolean starting, MachineLoad machine, List<String> others) {
        this(starting, machine, others, false, ENOUGH);
    }

    /** Creates the circumstances without other labs. */
    public ObservationContext(boolean starting, MachineLoad machine) {
        this(starting, machine, List.of());
    }

    /** Unknown circumstances. */
    public static final ObservationContext NONE = new ObservationContext(false, MachineLoad.UNKNOWN);
}
