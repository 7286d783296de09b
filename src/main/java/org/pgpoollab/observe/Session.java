package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * A session with one node that is opened when it is needed and again after it broke. Questions to one node come one after another;
 * one that hangs makes the next ones wait, and only those.
 */
final class Session {

    interface Question<T> {
        T ask(Connection session) throws SQLException;
    }

    /** The role that owns the data directory, and repmgr's database: from there all of the node's facts can be seen. */
    private static final String SUPERUSER = "postgres";

    private static final String REPMGR_DATABASE = "repmgr";

    private final Lab lab;
    private final Engine engine;
    private final Node node;
    private final Duration patience;
    private Connection open;
    private Endpoint where;

    Session(Lab lab, Engine engine, Node node, Duration patience) {
        this.lab = lab;
        this.engine = engine;
        this.node = node;
        this.patience = patience;
    }

    synchronized <T> T ask(Question<T> question) throws SQLException {
        var endpoint = engine.endpoint(node, Server.of(node).socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> new ProbeException("the host is off"));
        if (open != null && !endpoint.equals(where)) {
            close();
        }
        var kept = open != null;
        try {
            return question.ask(session(endpoint));
        } catch (SQLException e) {
            close();
            if (!kept) {
                throw e;
            }
            // A kept session may have died long ago: only a new one tells how things are now.
            return question.ask(session(endpoint));
        }
    }

    private Connection session(Endpoint endpoint) throws SQLException {
        if (open == null) {
            open = node.isPostgres()
                    ? Sessions.open(endpoint, REPMGR_DATABASE, SUPERUSER, "", patience)
                    : Sessions.open(
                            endpoint,
                            lab.credentials().user(),
                            lab.credentials().user(),
                            "",
                            patience);
            where = endpoint;
        }
        return open;
    }

    synchronized void close() {
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyBroken) {
                // It is dropped either way.
            }
            open = null;
        }
    }
}
