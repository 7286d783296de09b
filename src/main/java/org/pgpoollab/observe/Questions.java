package org.pgpoollab.observe;

import java.util.List;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/** What can be asked of the nodes of one lab. */
interface Questions {

    Question<PostgresAnswer> postgres(Node node);

    Question<PoolAnswer> pool(Node node);

    /** All that a pgpool knows of its backends, by pcp: it answers even while sessions hang, and hangs with a backend that does. */
    Question<List<BackendView>> details(Node pool);

    Question<WatchdogFacts> watchdog(Node pool);

    /** Whether the VIP is among the addresses of a pgpool's host. */
    Question<Boolean> vip(Node pool);
}
