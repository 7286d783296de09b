package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.Observed;

/**
 * What one pgpool believes of its backends. {@code SHOW pool_nodes} is dear, so it is asked when pgpool's belief has changed by the
 * cheap {@code SHOW pool_backend_stats}, when somebody else has seen a change, and every now and then.
 */
final class PoolQuestion implements Question<PoolAnswer> {

    private final Session session;
    private final Supplier<List<BackendView>> pcp;
    private final Clock clock;
    private final Remembered<List<BackendView>> details;
    private final Remembered<Observed<ClientCount>> clients;

    /** @param pcp answers even while sessions hang for want of a primary */
    PoolQuestion(Session session, Supplier<List<BackendView>> pcp, Clock clock, Keeping keeping) {
        this.session = session;
        this.pcp = pcp;
        this.clock = clock;
        this.details = new Remembered<>(keeping.poolDetails());
        this.clients = new Remembered<>(keeping.poolClients());
    }

    @Override
    public PoolAnswer answer() throws Exception {
        try {
            return session.ask(this::bySql);
        } catch (Exception noSession) {
            refresh();
            try {
                return new PoolAnswer(pcp.get(), Observed.unasked());
            } catch (RuntimeException noPcp) {
                throw noSession;
            }
        }
    }

    private PoolAnswer bySql(Connection open) throws SQLException {
        return new PoolAnswer(backends(open), clients(open));
    }

    private List<BackendView> backends(Connection open) throws SQLException {
        var known = details.value();
        if (known.isPresent()) {
            var now = PoolProbe.withStatistics(known.get(), open);
            if (now.isPresent()) {
                return now.get();
            }
        }
        return details.keep(() -> PoolProbe.backends(open));
    }

    private Observed<ClientCount> clients(Connection open) throws SQLException {
        var known = clients.value();
        return known.isPresent()
                ? known.get()
                : clients.keep(() -> Observed.seen(PoolProbe.clients(open), clock.instant()));
    }

    @Override
    public void abandon() {
        session.abandon();
    }

    @Override
    public void refresh() {
        details.forget();
    }
}
