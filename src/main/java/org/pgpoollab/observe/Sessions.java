package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.newsclub.net.unix.AFUNIXSocketFactory;
import org.pgpoollab.engine.Endpoint;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens JDBC sessions, over TCP or through a socket in the file system. All have deadlines for connecting and for each answer. */
public final class Sessions {

    private static final Driver DRIVER = new Driver();

    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong STRANGERS = new AtomicLong(System.currentTimeMillis());

    private Sessions() {}

    /**
     * Opens a session in the simple query protocol: pgpool hands its {@code SHOW pool_…} to PostgreSQL in the extended one.
     *
     * @param password empty where none is asked for
     * @param patience for connecting, and then for each single answer
     */
    public static Connection open(Endpoint where, String database, String user, String password, Duration patience)
            throws SQLException {
        return open(where, database, user, password, patience, "pgpool-lab");
    }

    /**
     * The same as a client whom pgpool has never seen: it has an application name of its own. Pgpool serves a client from its pool
     * only if his startup packet is that of an earlier one (pool_connection_pool.c), and else goes to every backend.
     */
    public static Connection openAsStranger(
            Endpoint where, String database, String user, String password, Duration patience) throws SQLException {
        return open(
                where, database, user, password, patience, "pgpool-lab " + PROCESS + "." + STRANGERS.incrementAndGet());
    }

    private static Connection open(
            Endpoint where, String database, String user, String password, Duration patience, String application)
            throws SQLException {
        var seconds = String.valueOf(Math.max(1, patience.toSeconds()));
        var properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.APPLICATION_NAME.set(properties, application);
        // Else the driver gives the name afterwards, by statements.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.SSL_MODE.set(properties, "disable");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        if (where.isSocket()) {
            PGProperty.SOCKET_FACTORY.set(properties, AFUNIXSocketFactory.FactoryArg.class.getName());
            PGProperty.SOCKET_FACTORY_ARG.set(properties, where.host() + "/.s.PGSQL." + where.port());
        }
        var host = where.isSocket() ? "localhost" : where.host();
        return DRIVER.connect("jdbc:postgresql://" + host + ":" + where.port() + "/" + database, properties);
    }
}
