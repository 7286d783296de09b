package org.pgpoollab.plan.wal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.repair.TableRows;
import org.pgpoollab.repair.WalTally;
import org.pgpoollab.repair.WalTally.Changes;
import org.pgpoollab.repair.WalTally.RelationFile;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Finds the names of tables that WAL identifies by file numbers only, by asking a running node: the file numbers are the same on all nodes.
 */
record TableNames(StepContext context, Node node) {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String BETWEEN = "|";

    /** Returns the rows of user tables. TOAST rows are part of their table's rows, and are not counted separately. */
    List<TableRows> of(WalTally tally) {
        var databases = databases();
        var rows = new ArrayList<TableRows>();
        var names = new HashMap<RelationFile, String>();
        tally.tables().stream()
                .collect(Collectors.groupingBy(RelationFile::database))
                .forEach((database, files) -> names.putAll(names(databases.getOrDefault(database, ""), files)));
        for (var file : tally.tables()) {
            var name = file.isOfLargeObjects()
                    ? "pg_largeobject (large objects)"
                    : names.getOrDefault(file, "file " + file.file() + " (no table of " + node + ")");
            if (!name.startsWith("pg_toast") && !name.startsWith("pg_catalog.")) {
                var database = databases.getOrDefault(file.database(), "database " + file.database());
                rows.add(rows(name, database, tally.files().get(file)));
            }
        }
        return rows;
    }

    private static TableRows rows(String name, String database, Changes changes) {
        return new TableRows(name, database, changes.inserted(), changes.updated(), changes.deleted());
    }

    private Map<Long, String> databases() {
        var all = new HashMap<Long, String>();
        for (var row : ask("postgres", "select oid, datname from pg_database")) {
            all.put(Long.parseLong(row[0]), row[1]);
        }
        return all;
    }

    private Map<RelationFile, String> names(String database, List<RelationFile> files) {
        var named = new HashMap<RelationFile, String>();
        if (database.isEmpty()) {
            return named;
        }
        var values = files.stream()
                .map(file -> "(" + file.tablespace() + "," + file.file() + ")")
                .collect(Collectors.joining(","));
        var sql = "select f, pg_filenode_relation(s::oid, f::oid)::regclass from (values " + values + ") as v(s, f)"
                + " where pg_filenode_relation(s::oid, f::oid) is not null";
        var found = new HashMap<Long, String>();
        for (var row : ask(database, sql)) {
            found.put(Long.parseLong(row[0]), row[1]);
        }
        files.stream()
                .filter(file -> found.containsKey(file.file()))
                .forEach(file -> named.put(file, found.get(file.file())));
        return named;
    }

    /** Returns rows of two columns; none if the node cannot be queried. */
    private List<String[]> ask(String database, String sql) {
        var psql = Command.of(
                        context.binaries().postgres("psql").toString(),
                        "-XAtq",
                        "-F",
                        BETWEEN,
                        "-h",
                        Server.POSTGRES.socketDirectory(),
                        "-U",
                        "postgres",
                        "-d",
                        database,
                        "-c",
                        sql)
                .within(LIMIT);
        return context.run(node, Account.POSTGRES, psql)
                .output()
                .lines()
                .map(line -> line.split("[|]", 2))
                .filter(row -> row.length == 2 && row[0].matches("[0-9]+"))
                .toList();
    }
}
