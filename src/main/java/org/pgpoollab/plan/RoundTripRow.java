package org.pgpoollab.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Writes a row through the VIP as clients do, reads it back from every standby, and removes it. Then it commits once more with the client's
 * default synchronous_commit. The table itself is created without waiting for synchronous standbys, because a table whose commit does not
 * return could not be removed.
 */
final class RoundTripRow {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /**
     * A transaction that leaves nothing behind, and whose commit waits for the synchronous standbys: PostgreSQL waits only for a transaction
     * that has written WAL, which one that merely has a number has not (RecordTransactionCommit in xact.c). Pgpool-II sends a DO to the
     * primary always, but a SELECT to any backend.
     */
    private static final String COMMIT =
            "DO $$ BEGIN PERFORM pg_logical_emit_message(true, 'pgpool-lab', 'proof'); END $$";

    private final StepContext context;
    private final Duration limit;
    private final String table =
            "pgpool_lab_proof_" + UUID.randomUUID().toString().substring(0, 8);

    RoundTripRow(StepContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    /**
     * Runs once; it can be repeated after a failure.
     *
     * @throws LabException naming the standby on which the row did not arrive in time
     */
    void roundTrip() throws SQLException {
        var credentials = context.lab().credentials();
        var vip = context.engine().vip();
        var answer = limit.compareTo(ANSWER) < 0 ? limit : ANSWER;
        try (var session =
                Sessions.openAsStranger(vip, credentials.user(), credentials.user(), credentials.password(), answer)) {
            execute(session, "SET synchronous_commit = local");
            execute(session, "DROP TABLE IF EXISTS " + table);
            execute(session, "CREATE TABLE " + table + " AS SELECT 1 AS proof");
            try {
                for (var node : context.lab().postgresNodes()) {
                    requireArrival(node);
                }
            } finally {
                execute(session, "DROP TABLE " + table);
            }
            execute(session, "SET synchronous_commit TO DEFAULT");
            execute(session, COMMIT);
        }
    }

    private void requireArrival(Node node) {
        if (!Await.until(() -> hasArrived(node), limit, PAUSE)) {
            throw LabException.failed(
                    "a row written through the VIP did not arrive on " + node,
                    "it was not there after " + limit.toSeconds() + " s",
                    "status; logs " + node);
        }
    }

    private boolean hasArrived(Node node) {
        var endpoint = context.engine().endpoint(node, Server.POSTGRES.socketDirectory(), Lab.POSTGRES_PORT);
        if (endpoint.isEmpty()) {
            return false;
        }
        var database = context.lab().credentials().user();
        try (var session = Sessions.open(endpoint.get(), database, "postgres", "", limit);
                var statement = session.createStatement();
                var row = statement.executeQuery("SELECT to_regclass('" + table + "')")) {
            return row.next() && row.getString(1) != null;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
