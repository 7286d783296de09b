package org.pgpoollab.repair;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.InWords;

/** How pgpools come back. One that hangs while a PostgreSQL node is frozen is left alone: it comes back with that node. */
record PoolReturns(Evidence evidence) {

    List<Repair> all() {
        return evidence.state().pools().stream()
                .flatMap(pool -> of(pool).stream())
                .toList();
    }

    private Optional<Repair> of(PoolNode pool) {
        if (!pool.backends().isUnreachable() || pool.watchdog().isSeen()) {
            return Optional.empty();
        }
        var silence = InWords.silence(pool.backends(), evidence.state().at());
        if (!evidence.ground(pool.node()).lives()) {
            return Optional.of(Repair.of(Way.START, pool.node(), "it does not run: " + silence));
        }
        var frozen = !evidence.silent(Ground::lives).isEmpty();
        return frozen ? Optional.empty() : Optional.of(Repair.of(Way.RESTART, pool.node(), "it hangs: " + silence));
    }
}
