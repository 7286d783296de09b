package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.newsclub.net.unix.AFUNIXSocketFactory;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Gate;
import org.pgpoollab.engine.GateSocketFactory;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens JDBC sessions, over TCP or through a socket in the file system. All have deadlines for connecting and for each answer. */
public final class Sessions {

    private static final Driver DRIVER = new Driver();

    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong STRANGERS = new AtomicLong(System.currentTimeMillis());

    private Sessions() {}

    /**
     * Opens a session in the simple query protocol: in the extended one pgpool forwards {@code SHOW pool_…} to PostgreSQL.
     *
     * @param password empty if none is required
     * @param timeLimit the deadline for connecting, and then for each answer
     */
    public static Connection open(Endpoint where, String database, String user, String password, Duration timeLimit)
            throws SQLException {
        return open(where, database, user, password, timeLimit, "pgpool-lab");
    }

    /**
     * Opens a session as a client that pgpool has never seen, by a unique application name. Pgpool serves a client from its pool only if
     * the startup packet equals that of an earlier client (pool_connection_pool.c); otherwise it connects to every backend.
     */
    public static Connection openAsStranger(
            Endpoint where, String database, String user, String password, Duration timeLimit) throws SQLException {
        return open(
                where,
                database,
                user,
                password,
                timeLimit,
                "pgpool-lab " + PROCESS + "." + STRANGERS.incrementAndGet());
    }

    private static Connection open(
            Endpoint where, String database, String user, String password, Duration timeLimit, String application)
            throws SQLException {
        var seconds = String.valueOf(Math.max(1, timeLimit.toSeconds()));
        var properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.APPLICATION_NAME.set(properties, application);
        // Otherwise the driver sets the application name afterwards, by statements.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.SSL_MODE.set(properties, "disable");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        if (where.isSocket()) {
            throughSocket(where, properties);
        }
        var host = where.isSocket() ? "localhost" : where.host();
        return DRIVER.connect("jdbc:postgresql://" + host + ":" + where.port() + "/" + database, properties);
    }

    private static void throughSocket(Endpoint where, Properties properties) {
        var direct = where.gate().equals(Gate.NONE);
        PGProperty.SOCKET_FACTORY.set(
                properties, (direct ? AFUNIXSocketFactory.FactoryArg.class : GateSocketFactory.class).getName());
        PGProperty.SOCKET_FACTORY_ARG.set(
                properties, direct ? where.socket() : where.gate().argument(where.socket()));
    }
}
