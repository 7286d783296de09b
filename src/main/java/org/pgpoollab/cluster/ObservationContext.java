package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersions;

/**
 * The circumstances of a snapshot.
 *
 * @param starting whether an {@code up} is running: what is missing may still come
 * @param machine the load of this machine
 * @param others the names of this user's other labs that run; determined only if the machine is too busy
 * @param unfinished whether the first {@code up} of the lab ended before its data was complete
 * @param room free bytes where the lab's files are; {@link #ENOUGH} if that is not known
 * @param hosts what was done to hosts with other tools than this program; at most one of each node
 * @param versions the versions of the programs with which the lab was started; empty if they are not known
 */
public record ObservationContext(
        boolean starting,
        MachineLoad machine,
        List<String> others,
        boolean unfinished,
        long room,
        List<HostTrouble> hosts,
        ProgramVersions versions) {

    public static final long ENOUGH = Long.MAX_VALUE;

    public ObservationContext {
        others = List.copyOf(others);
        hosts = List.copyOf(hosts);
    }

    /** Creates the circumstances of a lab whose hosts are as this program made them. */
    public ObservationContext(
            boolean starting, MachineLoad machine, List<String> others, boolean unfinished, long room) {
        this(starting, machine, others, unfinished, room, List.of(), ProgramVersions.UNKNOWN);
    }

    /** Returns these circumstances with something that was done to hosts. */
    public ObservationContext with(List<HostTrouble> troubles) {
        return new ObservationContext(starting, machine, others, unfinished, room, troubles, versions);
    }

    /** Returns these circumstances with the versions of the lab's programs. */
    public ObservationContext with(ProgramVersions programs) {
        return new ObservationContext(starting, machine, others, unfinished, room, hosts, programs);
    }

    /** Returns what was done to the host of a node; empty if nothing was. */
    public Optional<HostTrouble> trouble(Node node, HostTrouble.Kind kind) {
        return hosts.stream()
                .filter(trouble -> trouble.node().equals(node) && trouble.kind() == kind)
                .findFirst();
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
