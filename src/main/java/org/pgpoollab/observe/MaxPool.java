package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Caches the max_pool of one pgpool. It cannot change while pgpool runs, so it is queried once in each session. For one thread at a time.
 */
final class MaxPool {

    private Optional<Connection> asked = Optional.empty();
    private int answer;

    int of(Connection session) throws SQLException {
        if (asked.filter(session::equals).isEmpty()) {
            answer = PoolProbe.maxPool(session);
            asked = Optional.of(session);
        }
        return answer;
    }
}
