package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * A session with one node that is opened on demand, and again after it broke, reached its age limit, or its server ended. Questions to one
 * node run one after another; one that hangs delays only those. Any thread may call {@link #abandon}.
 */
final class Session {

    interface Question<T> {
        T ask(Connection session) throws SQLException;
    }

    /** Opens a connection, as the methods of {@link Sessions} do. */
    interface Opener {
        Connection open(Endpoint where, String database, String user, String password, Duration timeLimit)
                throws SQLException;
    }

    /** The role that owns the data directory and repmgr's database. It can read all facts and needs no client's password. */
    private static final String SUPERUSER = "postgres";

    private static final String REPMGR_DATABASE = "repmgr";

    private final Engine engine;
    private final Node node;
    private final Duration timeLimit;
    private final Duration life;
    private final Opener opener;
    private volatile Optional<Connection> open = Optional.empty();
    private Optional<Endpoint> where = Optional.empty();
    private long openedNanos;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile boolean abandoned;

    /** @param life the age after which the session is opened anew */
    Session(Engine engine, Node node, Duration timeLimit, Duration life) {
        this(engine, node, timeLimit, life, Sessions::open);
    }

    Session(Engine engine, Node node, Duration timeLimit, Duration life, Opener opener) {
        this.engine = engine;
        this.node = node;
        this.timeLimit = timeLimit;
        this.life = life;
        this.opener = opener;
    }

    <T> T ask(Question<T> probe) throws SQLException {
        inUse.lock();
        try {
            abandoned = false;
            return answer(probe);
        } finally {
            inUse.unlock();
        }
    }

    private <T> T answer(Question<T> probe) throws SQLException {
        var endpoint = engine.endpoint(node, Server.of(node).socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(ProbeException::hostIsOff);
        if (open.isPresent() && !isOfUse(endpoint)) {
            close();
        }
        var kept = open.isPresent();
        try {
            return probe.ask(session(endpoint));
        } catch (SQLException e) {
            close();
            if (!kept || abandoned) {
                throw e;
            }
            // A kept session may have died long ago: only a new one shows the present state.
            return probe.ask(session(endpoint));
        }
    }

    /**
     * Returns whether the open session may be used. It checks that the server runs, because after a smart shutdown a child of pgpool still
     * serves its client without its parent.
     */
    private boolean isOfUse(Endpoint endpoint) {
        return where.filter(endpoint::equals).isPresent()
                && System.nanoTime() - openedNanos < life.toNanos()
                && engine.isAlive(node, Server.of(node));
    }

    private Connection session(Endpoint endpoint) throws SQLException {
        if (open.isEmpty()) {
            open = Optional.of(connect(endpoint));
            where = Optional.of(endpoint);
            openedNanos = System.nanoTime();
        }
        return open.get();
    }

    private Connection connect(Endpoint endpoint) throws SQLException {
        var database = node.isPostgres() ? REPMGR_DATABASE : SUPERUSER;
        var opened = opener.open(endpoint, database, SUPERUSER, "", timeLimit);
        if (node.isPostgres()) {
            actAsItself(opened);
        }
        return opened;
    }

    /** Gives the session the rights of its user, which a setting {@code role} of that user takes away. */
    private static void actAsItself(Connection opened) throws SQLException {
        try (var statement = opened.createStatement()) {
            statement.execute("SET ROLE NONE");
        }
    }

    private void close() {
        open.ifPresent(session -> {
            try {
                session.close();
            } catch (SQLException alreadyBroken) {
                // The session is dropped either way.
            }
        });
        open = Optional.empty();
    }

    /** Closes the session; aborts it if a thread waits for its answer. */
    void abandon() {
        if (inUse.tryLock()) {
            try {
                close();
            } finally {
                inUse.unlock();
            }
            return;
        }
        abandoned = true;
        open.ifPresent(session -> {
            try {
                session.abort(Runnable::run);
            } catch (SQLException alreadyBroken) {
                // The session is already broken, as intended.
            }
        });
    }
}
