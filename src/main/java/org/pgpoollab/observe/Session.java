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

/**
 * A session with one node that is opened when it is needed, and again when it broke, got old, or its server ended. Questions to one
 * node come one after another; one that hangs makes the next ones wait, and only those. {@link #abandon} may come from any thread.
 */
final class Session {

    interface Question<T> {
        T ask(Connection session) throws SQLException;
    }

    /** How it is opened: as by {@link Sessions}. */
    interface Door {
        Connection open(Endpoint where, String database, String user, String password, Duration patience)
                throws SQLException;
    }

    /** The role that owns the data directory, and repmgr's database: from there all facts can be seen. No client's password is needed. */
    private static final String SUPERUSER = "postgres";

    private static final String REPMGR_DATABASE = "repmgr";

    private final Engine engine;
    private final Node node;
    private final Duration patience;
    private final Duration life;
    private final Door door;
    private volatile Optional<Connection> open = Optional.empty();
    private Optional<Endpoint> where = Optional.empty();
    private long openedNanos;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile boolean abandoned;

    /** @param life after which it is opened anew */
    Session(Engine engine, Node node, Duration patience, Duration life) {
        this(engine, node, patience, life, Sessions::open);
    }

    Session(Engine engine, Node node, Duration patience, Duration life, Door door) {
        this.engine = engine;
        this.node = node;
        this.patience = patience;
        this.life = life;
        this.door = door;
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
            // A kept session may have died long ago: only a new one tells how things are now.
            return probe.ask(session(endpoint));
        }
    }

    /** The server is looked for, because after a smart shutdown a child of pgpool serves its client on, without its parent. */
    private boolean isOfUse(Endpoint endpoint) {
        return where.filter(endpoint::equals).isPresent()
                && System.nanoTime() - openedNanos < life.toNanos()
                && Server.of(node).runsOn(node, engine);
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
        return door.open(endpoint, database, SUPERUSER, "", patience);
    }

    private void close() {
        open.ifPresent(session -> {
            try {
                session.close();
            } catch (SQLException alreadyBroken) {
                // It is dropped either way.
            }
        });
        open = Optional.empty();
    }

    /** Ends the session, breaking it off if somebody waits for its answer. */
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
                // That is what was wanted.
            }
        });
    }
}
