package org.pgpoollab.observe;

import java.sql.SQLException;
import java.time.Duration;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.topology.Lab;

/**
 * Does what a client does: logs in as the lab's user with its password, so that pgpool logs in to every backend, reads, and asks where
 * its writes would go. It writes nothing. Each session is new, and ends with its answer.
 */
final class ClientProbe {

    /** Pgpool sends it where it sends what writes; see its manual on the comment. */
    private static final String WHERE_WRITES_GO =
            "/*NO LOAD BALANCE*/ SELECT pg_is_in_recovery(), current_setting('transaction_read_only')::bool";

    private ClientProbe() {}

    static ClientFacts ask(Endpoint where, Lab lab, Duration patience) throws SQLException {
        var credentials = lab.credentials();
        var user = credentials.user();
        try (var session = Sessions.openAsStranger(where, user, user, credentials.password(), patience);
                var statement = session.createStatement()) {
            statement.execute("SELECT 1");
            try (var row = statement.executeQuery(WHERE_WRITES_GO)) {
                row.next();
                return new ClientFacts(row.getBoolean(1), row.getBoolean(2) && !row.getBoolean(1));
            }
        }
    }
}
