package org.pgpoollab.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersions;

/** The probes of one lab. */
interface ProbeSet {

    Probe<PostgresAnswer> postgres(Node node);

    Probe<PoolAnswer> pool(Node node);

    /**
     * Asks for all that a pgpool knows of its backends, by pcp: pcp answers even while sessions hang, but hangs with a backend that does.
     */
    Probe<List<BackendView>> details(Node pool);

    Probe<WatchdogFacts> watchdog(Node pool);

    /** Asks why the server of this node does not run or receives no WAL, as far as its files tell. */
    Probe<NodeFiles> files(Node postgres);

    /** Asks which of the lab's roles this node would refuse. */
    Probe<List<RoleTrouble>> roles(Node postgres);

    /** Acts as a client that logs in through this pgpool with the lab's user and password. */
    Probe<ClientFacts> client(Node pool);

    /** Acts as a client that logs in through the VIP. */
    Probe<ClientFacts> client();

    /** Asks for the active faults. */
    Probe<Faults> faults();

    /** Returns since when a node that has never answered is silent, as other processes recorded it. */
    default Optional<Instant> silentSince(Node node) {
        return Optional.empty();
    }

    /** Returns whether a process is just starting the lab. Answers at once. */
    default boolean isStarting() {
        return false;
    }

    /** Returns whether the first {@code up} of the lab ended before its data was complete. Answers at once. */
    default boolean isUnfinished() {
        return false;
    }

    /** Returns the free bytes of the file system with the lab's files. Answers at once. */
    default long room() {
        return ObservationContext.ENOUGH;
    }

    /** Returns what was done to hosts with other tools, as the last probe of the faults has seen it. Answers at once. */
    default List<HostTrouble> hostTroubles() {
        return List.of();
    }

    /** Returns the versions of the programs with which the lab was started; unknown if they were not noted. Answers at once. */
    default ProgramVersions versions() {
        return ProgramVersions.UNKNOWN;
    }

    /** Returns the names of this user's other running labs. Answers at once. */
    default List<String> otherLabs() {
        return List.of();
    }

    /** Asks whether the VIP is among the addresses of a pgpool's host. */
    Probe<Boolean> vip(Node pool);
}
