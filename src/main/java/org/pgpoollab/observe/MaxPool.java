package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The max_pool of one pgpool. It stays the same as long as pgpool runs, and is asked once in each session. For one thread at a time. */
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
