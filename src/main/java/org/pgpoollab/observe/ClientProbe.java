package org.pgpoollab.observe;

import java.sql.SQLException;
import java.time.Duration;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.topology.Lab;

/**
 * A probe that acts as a client: it logs in as the lab's user with its password, so that pgpool logs in to every backend, runs a query, and
 * asks which node its writes would reach. It writes nothing. Each probe opens a new session and closes it after the answer.
 */
final class ClientProbe {

    /** The comment makes pgpool send this query to the node that gets writes; see Pgpool-II's manual. */
    private static final String WHERE_WRITES_GO = """
            /*NO LOAD BALANCE*/ SELECT pg_is_in_recovery(), current_setting('transaction_read_only')::bool,
                CASE WHEN current_user = session_user OR rolsuper THEN '' ELSE current_user::text END
              FROM pg_roles WHERE rolname = current_user""";

    private ClientProbe() {}

    /**
     * Asks, and once more if the session is ended: pgpool drops all sessions at a failover or an attach, and serves a client that connects
     * again. A pgpool whose sessions end again and again is told as one.
     */
    static ClientFacts ask(Endpoint where, Lab lab, Duration timeLimit) throws SQLException {
        try {
            return askOnce(where, lab, timeLimit);
        } catch (SQLException failure) {
            if (!ProbeFailureText.isEndOfSession(failure)) {
                throw failure;
            }
            return askOnce(where, lab, timeLimit);
        }
    }

    private static ClientFacts askOnce(Endpoint where, Lab lab, Duration timeLimit) throws SQLException {
        var credentials = lab.credentials();
        var user = credentials.user();
        try (var session = Sessions.openAsStranger(where, user, user, credentials.password(), timeLimit);
                var statement = session.createStatement()) {
            statement.execute("SELECT 1");
            try (var row = statement.executeQuery(WHERE_WRITES_GO)) {
                row.next();
                return new ClientFacts(row.getBoolean(1), row.getBoolean(2) && !row.getBoolean(1), row.getString(3));
            }
        }
    }
}
