package org.pgpoollab.load;

import java.sql.SQLException;

/** Opens the sessions in which the clients of a load write and read. Safe for use by all clients at once. */
interface LoadSessionFactory {

    /** @throws SQLException if no connection was made within the deadlines of {@link VipConnector} */
    Session open() throws SQLException;

    /** One client's connection; each statement is a transaction of its own. For one thread. */
    interface Session extends AutoCloseable {

        /** Creates the load's table if it does not exist. */
        void prepare() throws SQLException;

        /** Inserts one row; returns when the server has confirmed the commit. */
        void write(int run, int number, int client) throws SQLException;

        /** @return the address of the PostgreSQL node that answered */
        String read() throws SQLException;

        /** Closes the connection and ignores errors. */
        @Override
        void close();
    }
}
