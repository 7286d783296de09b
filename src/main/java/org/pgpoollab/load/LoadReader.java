package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * A client that reads and logs which node answered. Pgpool-II chooses a node per session, so the client opens a new session every few
 * seconds; that way reads also reach a node that has come back.
 */
final class LoadReader extends LoadClient {

    private static final Duration LIFE = Duration.ofSeconds(10);

    private final int client;
    private final ToIntFunction<String> nodes;
    private final LedgerWriter ledger;
    private final LoadMeter meter;

    /** @param nodes returns the index of the PostgreSQL node with an address, else {@link LedgerEntry#NOBODY} */
    LoadReader(
            int client,
            ToIntFunction<String> nodes,
            LoadSessionFactory connector,
            Pace pace,
            LedgerWriter ledger,
            LoadMeter meter) {
        super(connector, pace, LIFE);
        this.client = client;
        this.nodes = nodes;
        this.ledger = ledger;
        this.meter = meter;
    }

    @Override
    void tick(LoadSessionFactory.Session session) throws SQLException {
        var began = System.nanoTime();
        try {
            var address = session.read();
            ledger.note(
                    LedgerEntry.What.READ,
                    nodes.applyAsInt(address),
                    client,
                    0,
                    System.nanoTime() - began,
                    SqlFailure.NONE);
            meter.read();
        } catch (SQLException e) {
            ledger.note(
                    LedgerEntry.What.READ_FAILED,
                    LedgerEntry.NOBODY,
                    client,
                    0,
                    System.nanoTime() - began,
                    SqlFailure.of(e));
            throw e;
        }
    }

    @Override
    void noWay(long tookNanos, SqlFailure trouble) {
        ledger.note(LedgerEntry.What.NO_WAY_TO_READ, LedgerEntry.NOBODY, client, 0, tookNanos, trouble);
    }
}
