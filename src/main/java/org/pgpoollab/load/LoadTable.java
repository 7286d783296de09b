package org.pgpoollab.load;

/** The table that the writers fill. It has no unique key on purpose, so that the report can find duplicate rows. */
final class LoadTable {

    static final String NAME = "pgpool_lab_load";

    static final String CREATE = "CREATE TABLE IF NOT EXISTS " + NAME
            + " (run int NOT NULL, number int NOT NULL, client int NOT NULL,"
            + " at timestamptz NOT NULL DEFAULT clock_timestamp())";

    static final String INSERT = "INSERT INTO " + NAME + " (run, number, client) VALUES (?, ?, ?)";

    private LoadTable() {}
}
