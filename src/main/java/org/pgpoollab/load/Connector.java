package org.pgpoollab.load;

import java.sql.SQLException;

/** The way to the lab's database. Used by all clients at a time. */
interface Connector {

    /** @throws SQLException if nobody took the connection within the deadlines of {@link VipConnector} */
    Session open() throws SQLException;

    /** One client's connection; each statement is a transaction of its own. For one thread. */
    interface Session extends AutoCloseable {

        /** Makes the table unless it is there. */
        void prepare() throws SQLException;

        /** Returns when the server said that it is committed. */
        void write(int run, int number, int client) throws SQLException;

        /** @return the address of the PostgreSQL node that answered */
        String read() throws SQLException;

        /** Whatever goes wrong with that is of no interest. */
        @Override
        void close();
    }
}
