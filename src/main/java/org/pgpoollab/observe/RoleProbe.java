package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.RoleTrouble.Kind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;

/**
 * Asks PostgreSQL whether the roles in the lab's files could log in with the passwords in those files, and whether a setting takes their
 * rights away. The settings of the lab's user are not asked for here: its sessions show them. Safe for use by several threads.
 */
final class RoleProbe {

    private static final String SQL = """
            SELECT wanted.name, role.rolcanlogin, coalesce(role.rolvaliduntil < now(), false), coalesce(role.rolpassword, ''),
                   coalesce((SELECT string_agg(setting, E'\\n')
                               FROM pg_db_role_setting, unnest(setconfig) AS setting
                              WHERE setrole IN (0, role.oid)
                                AND setdatabase IN (SELECT oid FROM pg_database WHERE datname IN ('postgres', 'repmgr')
                                                    UNION SELECT 0)), '')
              FROM unnest(ARRAY[%s]::text[]) WITH ORDINALITY AS wanted(name, place)
              LEFT JOIN pg_authid AS role ON role.rolname = wanted.name
             ORDER BY place""";

    private static final Pattern READ_ONLY = Pattern.compile("default_transaction_read_only=(on|true|yes|1)");

    private final String user;

    /** The password of each role; empty if the role needs none. */
    private final Map<String, Optional<String>> wanted = new LinkedHashMap<>();

    private final PasswordCheck passwords = new PasswordCheck();

    RoleProbe(Lab lab) {
        var credentials = lab.credentials();
        user = credentials.user();
        wanted.put(credentials.user(), Optional.of(credentials.password()));
        wanted.put("postgres", Optional.of(credentials.password()));
        wanted.put("repmgr", Optional.of(credentials.repmgrPassword()));
        lab.pgpoolNodes().forEach(node -> {
            wanted.putIfAbsent(setting(lab, node, "health_check_user"), Optional.empty());
            wanted.putIfAbsent(setting(lab, node, "sr_check_user"), Optional.empty());
        });
    }

    private static String setting(Lab lab, Node node, String name) {
        return lab.settings().of(Settings.PGPOOL, node).getOrDefault(name, "pgpool_check");
    }

    List<RoleTrouble> ask(Connection session) throws SQLException {
        var names = wanted.keySet().stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(","));
        var troubles = new ArrayList<RoleTrouble>();
        try (var statement = session.createStatement();
                var row = statement.executeQuery(SQL.formatted(names))) {
            while (row.next()) {
                var role = row.getString(1);
                kind(row, role).ifPresent(kind -> troubles.add(new RoleTrouble(role, kind)));
            }
        }
        return troubles;
    }

    private Optional<Kind> kind(ResultSet row, String role) throws SQLException {
        if (row.getString(2) == null) {
            return Optional.of(Kind.MISSING);
        }
        if (!row.getBoolean(2)) {
            return Optional.of(Kind.NO_LOGIN);
        }
        var password = wanted.get(role);
        if (password.isPresent() && row.getBoolean(3)) {
            return Optional.of(Kind.EXPIRED);
        }
        if (password.isPresent() && !passwords.fits(row.getString(4), role, password.get())) {
            return Optional.of(Kind.OTHER_PASSWORD);
        }
        return role.equals(user)
                ? Optional.empty()
                : bySettings(role, row.getString(5).lines().toList());
    }

    /** @param settings those that PostgreSQL applies to the sessions of this role: {@code role=other} */
    static Optional<Kind> bySettings(String role, List<String> settings) {
        var own = Set.of("role=none", "role=" + role);
        if (settings.stream().anyMatch(setting -> setting.startsWith("role=") && !own.contains(setting))) {
            return Optional.of(Kind.OTHER_ROLE);
        }
        return settings.stream().anyMatch(READ_ONLY.asMatchPredicate())
                ? Optional.of(Kind.READ_ONLY)
                : Optional.empty();
    }
}
