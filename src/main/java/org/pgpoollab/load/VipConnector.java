package org.pgpoollab.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.topology.Credentials;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Connects through the VIP with the deadlines of a well-written application: 1 s for the TCP connection, 2 s for the login, 2 s for each
 * answer. The driver counts in whole seconds. When a login times out, the login deadline doubles, up to 8 s, until a login succeeds:
 * clients that give up too early keep a busy pgpool occupied with abandoned sessions. Statements are prepared, in the extended protocol, as
 * applications do it. Safe for use by all clients at once.
 */
final class VipConnector implements LoadSessionFactory {

    static final int CONNECT_SECONDS = 1;
    static final int LOGIN_SECONDS = 2;
    static final int LONGEST_LOGIN_SECONDS = 8;
    static final int ANSWER_SECONDS = 2;

    private static final Set<String> COLLISIONS = Set.of("23505", "42P07");
    private static final Driver DRIVER = new Driver();

    private final Endpoint vip;
    private final Credentials credentials;
    private final AtomicInteger loginSeconds = new AtomicInteger(LOGIN_SECONDS);

    VipConnector(Endpoint vip, Credentials credentials) {
        this.vip = vip;
        this.credentials = credentials;
    }

    @Override
    public Session open() throws SQLException {
        var timeLimit = loginSeconds.get();
        var began = System.nanoTime();
        try {
            var connection = connect(timeLimit);
            loginSeconds.set(LOGIN_SECONDS);
            connection.setNetworkTimeout(Runnable::run, ANSWER_SECONDS * 1000);
            return new JdbcSession(connection);
        } catch (SQLException e) {
            if (System.nanoTime() - began >= Duration.ofSeconds(timeLimit).toNanos()) {
                loginSeconds.accumulateAndGet(
                        2 * timeLimit, (now, more) -> Math.min(LONGEST_LOGIN_SECONDS, Math.max(now, more)));
            }
            throw e;
        }
    }

    private Connection connect(int timeLimit) throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, credentials.user());
        PGProperty.PASSWORD.set(properties, credentials.password());
        PGProperty.APPLICATION_NAME.set(properties, "pgpool-lab load");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, timeLimit);
        PGProperty.SOCKET_TIMEOUT.set(properties, timeLimit);
        PGProperty.SSL_MODE.set(properties, "disable");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        var url = "jdbc:postgresql://" + vip.host() + ":" + vip.port() + "/" + credentials.user();
        return DRIVER.connect(url, properties);
    }

    private static final class JdbcSession implements Session {

        private final Connection connection;
        private PreparedStatement write;
        private PreparedStatement read;

        JdbcSession(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void prepare() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(LoadTable.CREATE);
            } catch (SQLException e) {
                // IF NOT EXISTS checks before it creates, so concurrent sessions can collide in the catalogue.
                if (!COLLISIONS.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
        }

        @Override
        public void write(int run, int number, int client) throws SQLException {
            if (write == null) {
                write = connection.prepareStatement(LoadTable.INSERT);
            }
            write.setInt(1, run);
            write.setInt(2, number);
            write.setInt(3, client);
            write.executeUpdate();
        }

        @Override
        public String read() throws SQLException {
            if (read == null) {
                read = connection.prepareStatement("SELECT host(inet_server_addr())");
            }
            try (var rows = read.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException alreadyBroken) {
                // The connection is dropped either way.
            }
        }
    }
}
