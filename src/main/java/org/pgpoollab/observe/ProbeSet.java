package org.pgpoollab.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/** What can be asked of the nodes of one lab. */
interface ProbeSet {

    Probe<PostgresAnswer> postgres(Node node);

    Probe<PoolAnswer> pool(Node node);

    /** All that a pgpool knows of its backends, by pcp: it answers even while sessions hang, and hangs with a backend that does. */
    Probe<List<BackendView>> details(Node pool);

    Probe<WatchdogFacts> watchdog(Node pool);

    /** Why the server of this node does not run, or gets no WAL, as far as its files tell. */
    Probe<NodeFiles> files(Node postgres);

    /** The roles of the lab that this node would refuse. */
    Probe<List<RoleTrouble>> roles(Node postgres);

    /** What a client meets that logs in through this pgpool with the lab's user and password. */
    Probe<ClientFacts> client(Node pool);

    /** The same through the VIP. */
    Probe<ClientFacts> client();

    /** What is wrong because it was wished so. */
    Probe<Faults> faults();

    /** Since when a node that has never answered may have been silent, as far as others have seen it. */
    default Optional<Instant> silentSince(Node node) {
        return Optional.empty();
    }

    /** Whether somebody is just bringing the lab up. Answers at once. */
    default boolean isStarting() {
        return false;
    }

    /** Whether the first {@code up} of the lab ended before its data was complete. Answers at once. */
    default boolean isUnfinished() {
        return false;
    }

    /** Bytes that are free where the lab's files lie. Answers at once. */
    default long room() {
        return ObservationContext.ENOUGH;
    }

    /** The names of the other labs of this user that run. Answers at once. */
    default List<String> otherLabs() {
        return List.of();
    }

    /** Whether the VIP is among the addresses of a pgpool's host. */
    Probe<Boolean> vip(Node pool);
}
