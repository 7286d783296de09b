package org.pgpoollab.plan.step;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Builds the SQL that prepares a fresh primary: the lab's roles, a replication slot for each standby, and repmgr's table of all nodes. */
final class RegistrationSql {

    private RegistrationSql() {}

    static String slot(Node node) {
        return "repmgr_slot_" + node.repmgrId();
    }

    /** Returns statements for the database {@code postgres}. They hold passwords: send them through a session, never as arguments. */
    static List<String> roles(Lab lab) {
        var credentials = lab.credentials();
        var user = identifier(credentials.user());
        var password = literal(credentials.password());
        var statements = new ArrayList<String>();
        statements.add("ALTER ROLE repmgr PASSWORD " + literal(credentials.repmgrPassword()));
        // repmgr's own commits must not wait for standbys, because these standbys may be waiting for what repmgr
        // commits.
        statements.add("ALTER ROLE repmgr SET synchronous_commit TO local");
        statements.add("ALTER ROLE postgres PASSWORD " + password);
        statements.add("CREATE ROLE pgpool_check LOGIN IN ROLE pg_monitor");
        if (!credentials.user().equals("postgres")) {
            statements.add("CREATE ROLE " + user + " SUPERUSER LOGIN PASSWORD " + password);
            statements.add("CREATE DATABASE " + user + " OWNER " + user);
        }
        return statements;
    }

    /**
     * Returns statements for the database {@code repmgr}. They do the same as {@code repmgr primary register} and one
     * {@code repmgr standby register} for each standby, in one transaction. Without a first term repmgrd would never hold an election.
     */
    static List<String> nodes(Lab lab, Node primary) {
        var statements = new ArrayList<String>();
        statements.add("INSERT INTO repmgr.voting_term (term) VALUES (1)");
        statements.add(row(primary, "primary", "NULL"));
        for (var node : lab.postgresNodes()) {
            if (!node.equals(primary)) {
                statements.add(row(node, "standby", String.valueOf(primary.repmgrId())));
                statements.add("SELECT pg_create_physical_replication_slot(" + literal(slot(node)) + ", true)");
            }
        }
        return statements;
    }

    private static String row(Node node, String type, String upstream) {
        var conninfo = "host=" + node + " port=5432 user=repmgr dbname=repmgr connect_timeout=2";
        return """
                INSERT INTO repmgr.nodes (node_id, upstream_node_id, active, node_name, type, location, priority, conninfo,
                                          repluser, slot_name, config_file)
                VALUES (%d, %s, true, '%s', '%s', 'default', 100, '%s', 'repmgr', '%s', '/run/lab/repmgr.conf')""".formatted(node.repmgrId(), upstream, node, type, conninfo, slot(node));
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
