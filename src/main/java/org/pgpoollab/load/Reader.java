package org.pgpoollab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * Reads, and notes which node answered. Pgpool-II chooses a node for each session, so that a session is kept for some seconds only: then
 * reads come to a node that is back.
 */
final class Reader extends Client {

    private static final Duration LIFE = Duration.ofSeconds(10);

    private final int client;
    private final ToIntFunction<String> nodes;
    private final LedgerPen ledger;
    private final Heartbeat heartbeat;

    /** @param nodes the index of the PostgreSQL node with this address, else {@link Entry#NOBODY} */
    Reader(int client, ToIntFunction<String> nodes, Road road, Pace pace, LedgerPen ledger, Heartbeat heartbeat) {
        super(road, pace, LIFE);
        this.client = client;
        this.nodes = nodes;
        this.ledger = ledger;
        this.heartbeat = heartbeat;
    }

    @Override
    void tick(Road.Session session) throws SQLException {
        var began = System.nanoTime();
        try {
            var address = session.read();
            ledger.note(Entry.What.READ, nodes.applyAsInt(address), client, 0, System.nanoTime() - began, Trouble.NONE);
            heartbeat.read();
        } catch (SQLException e) {
            ledger.note(Entry.What.READ_FAILED, Entry.NOBODY, client, 0, System.nanoTime() - began, Trouble.of(e));
            throw e;
        }
    }

    @Override
    void noWay(long tookNanos, Trouble trouble) {
        ledger.note(Entry.What.NO_WAY_TO_READ, Entry.NOBODY, client, 0, tookNanos, trouble);
    }
}
