package org.pgpoollab.plan.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.observe.ScramVerifier;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.topology.Credentials;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Gives the lab's roles the passwords of the lab's files and the rights that settings took from them, and creates missing roles. It sends SCRAM verifiers, so that no password is sent
 * or logged.
 */
public record RestoreRoles(Node primary) implements Step {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /** Resets the settings that take the rights of the lab's own roles away, for these roles and for all, in the databases that they use. */
    private static final String OWN_RIGHTS = """
            DO $do$
            DECLARE line text;
            BEGIN
              FOR line IN
                SELECT format('ALTER ROLE %s %s RESET %I',
                              CASE WHEN setrole = 0 THEN 'ALL' ELSE quote_ident(setrole::regrole::text) END,
                              coalesce('IN DATABASE ' || quote_ident(datname), ''),
                              split_part(setting, '=', 1))
                  FROM pg_db_role_setting LEFT JOIN pg_database ON pg_database.oid = setdatabase,
                       unnest(setconfig) AS setting
                 WHERE split_part(setting, '=', 1) IN ('role', 'default_transaction_read_only')
                   AND (setrole = 0 OR setrole::regrole::text IN ('postgres', 'repmgr', 'pgpool_check'))
                   AND (setdatabase = 0 OR datname IN ('postgres', 'repmgr'))
              LOOP
                EXECUTE line;
              END LOOP;
            END $do$""";

    @Override
    public String title() {
        return "let the lab's roles log in with the lab's passwords";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.comment(
                "psql on " + primary + " as postgres: \\password ROLE, for each role with its password in lab.yaml"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var where = context.engine()
                .endpoint(primary, Server.POSTGRES.socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> LabException.failed("cannot " + title(), "the host is off", "start " + primary));
        try (var session = Sessions.open(where, "postgres", "postgres", "", TIME_LIMIT)) {
            for (var statement : statements(context.lab().credentials())) {
                send(session, statement);
            }
        } catch (SQLException e) {
            throw LabException.failed("cannot " + title(), String.valueOf(e.getMessage()), "logs " + primary);
        }
    }

    private static List<String> statements(Credentials credentials) {
        var statements = new ArrayList<String>();
        statements.add("SET ROLE NONE");
        statements.add("SET synchronous_commit = local");
        statements.add("SET default_transaction_read_only = off");
        statements.add(made("pgpool_check", "IN ROLE pg_monitor"));
        statements.add("ALTER ROLE pgpool_check LOGIN");
        statements.add(made("repmgr", "SUPERUSER REPLICATION"));
        statements.add(made(credentials.user(), "SUPERUSER"));
        statements.add(let(credentials.user(), "SUPERUSER", credentials.password()));
        statements.add(let("postgres", "SUPERUSER", credentials.password()));
        statements.add(OWN_RIGHTS);
        statements.add("ALTER ROLE repmgr SET synchronous_commit TO local");
        statements.add("ALTER ROLE repmgr SET search_path TO repmgr, \"$user\", public");
        statements.add(let("repmgr", "SUPERUSER REPLICATION", credentials.repmgrPassword()));
        return statements;
    }

    private static String made(String role, String options) {
        var name = RegistrationSql.literal(role);
        return "DO $do$ BEGIN IF to_regrole(" + RegistrationSql.literal(RegistrationSql.identifier(role))
                + ") IS NULL THEN EXECUTE format('CREATE ROLE %I " + options + "', " + name + "); END IF; END $do$";
    }

    private static String let(String role, String options, String password) {
        return "ALTER ROLE " + RegistrationSql.identifier(role) + " " + options
                + " LOGIN VALID UNTIL 'infinity' PASSWORD " + RegistrationSql.literal(ScramVerifier.of(password));
    }

    private static void send(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
