package org.pgpoollab.challenge;

import java.util.List;
import org.pgpoollab.engine.Account;

/** Settings and sessions of PostgreSQL that harm the cluster. */
final class PostgresCauses {

    private static final String SQL = "psql -XAtqw -h /run/postgresql -U postgres -d postgres";
    private static final String RELOAD = SQL + " -c 'select pg_reload_conf()' >/dev/null";
    private static final String LOCK = "lock table pgpool_lab_load in access exclusive mode";
    private static final String LOCKED = isTrue("exists (select from pg_stat_activity where query like 'lock%')");

    static final List<CauseKind> ALL = List.of(
            setting(
                    "read-only",
                    2,
                    "$primary",
                    "default_transaction_read_only",
                    "on",
                    "every new session on $primary is read-only: default_transaction_read_only is on",
                    List.of()),
            setting(
                    "missing-sync-standby",
                    2,
                    "$primary",
                    "synchronous_standby_names",
                    "ghost",
                    "every commit waits for a synchronous standby named ghost, which does not exist",
                    List.of()),
            setting(
                    "low-max-connections",
                    2,
                    "$primary",
                    "max_connections",
                    "50",
                    "$primary accepts only 50 connections, fewer than the pgpools may open",
                    List.of(new Change.Restart("$primary"))),
            setting(
                    "apply-delay",
                    3,
                    "$standby",
                    "recovery_min_apply_delay",
                    "1h",
                    "$standby replays every commit an hour later: recovery_min_apply_delay is 1h",
                    List.of()),
            setting(
                    "no-upstream",
                    2,
                    "$standby",
                    "primary_conninfo",
                    "",
                    "$standby follows nobody: its primary_conninfo is empty",
                    List.of()),
            new CauseKind(
                    "client-password",
                    2,
                    List.of(),
                    "the role $user has no password in PostgreSQL any more, so that new sessions of clients are refused",
                    "diagnose",
                    "(?i)password",
                    List.of("recover --yes"),
                    List.of(run("$primary", SQL + " -c 'alter role \"$user\" password null'", ":", ""))),
            new CauseKind(
                    "closed-database",
                    2,
                    List.of(),
                    "the database $user accepts no connections (allow_connections is false)",
                    "psql --on $primary \"select 'closed' from pg_database where not datallowconn and datname = '$user'\"",
                    "(?m)^\\s*closed\\s*$|not currently accepting",
                    List.of("exec $primary -- " + typed("alter database $user allow_connections true")),
                    List.of(run(
                            "$primary",
                            SQL + " -c 'alter database \"$user\" allow_connections false'",
                            SQL + " -c 'alter database \"$user\" allow_connections true'",
                            isTrue("exists (select from pg_database where not datallowconn and datname = '$user')")))),
            new CauseKind(
                    "statement-timeout",
                    3,
                    List.of(),
                    "new sessions of the role $user have statement_timeout 5ms, so that slower statements are cancelled",
                    "psql \"show statement_timeout\"",
                    "5ms",
                    List.of("psql --on $primary \"alter role $user reset statement_timeout\""),
                    List.of(
                            run(
                                    "$primary",
                                    SQL + " -c \"alter role $user set statement_timeout = '5ms'\"",
                                    SQL + " -c \"alter role $user reset statement_timeout\"",
                                    isTrue(
                                            "exists (select from pg_db_role_setting where 'statement_timeout=5ms' = any (setconfig))")))),
            new CauseKind(
                    "locked-table",
                    3,
                    List.of("$primary"),
                    "a session on $primary holds an exclusive lock on the table that clients write to, and does not end",
                    "psql --on $primary \"select pid, left(query, 60) from pg_stat_activity where query like 'lock%'\"",
                    "access exclusive",
                    List.of("psql --on $primary"
                            + " \"select pg_terminate_backend(pid) from pg_stat_activity where query like 'lock%'\""),
                    List.of(run(
                            "$primary",
                            "setsid -f " + SQL + " -d \"$user\" -c '" + LOCK
                                    + "; select pg_sleep(1000000)' >/dev/null 2>&1 </dev/null; for i in 1 2 3 4 5 6 7 8 9; do "
                                    + LOCKED + " && exit; sleep 0.5; done; exit 1",
                            SQL
                                    + " -c \"select pg_terminate_backend(pid) from pg_stat_activity where query like 'lock%'\""
                                    + " >/dev/null",
                            LOCKED))),
            new CauseKind(
                    "forgotten-slot",
                    3,
                    List.of("$primary"),
                    "$primary has a replication slot named forgotten that nobody reads: it keeps WAL until the disk is full",
                    "psql --on $primary \"select slot_name from pg_replication_slots where not active\"",
                    "forgotten",
                    List.of("psql --on $primary \"select pg_drop_replication_slot('forgotten')\""),
                    List.of(run(
                            "$primary",
                            SQL + " -c \"select pg_create_physical_replication_slot('forgotten', true)\" >/dev/null",
                            SQL + " -c \"select pg_drop_replication_slot(slot_name) from pg_replication_slots"
                                    + " where slot_name = 'forgotten'\" >/dev/null",
                            isTrue("exists (select from pg_replication_slots where slot_name = 'forgotten')")))),
            new CauseKind(
                    "rejected-replication",
                    3,
                    List.of("$primary"),
                    "pg_hba.conf of $primary rejects replication, so that no standby can stream from it",
                    "logs $standby",
                    "pg_hba.conf rejects replication",
                    List.of(
                            "exec $primary -- sed -i /samenet/d /run/lab/pg_hba.conf",
                            "psql --on $primary \"select pg_reload_conf()\"",
                            "recover --yes"),
                    List.of(run(
                            "$primary",
                            "sed -i '1i host replication all samenet reject' /run/lab/pg_hba.conf && " + RELOAD + " && "
                                    + SQL
                                    + " -c 'select pg_terminate_backend(pid) from pg_stat_replication' >/dev/null",
                            "sed -i /samenet/d /run/lab/pg_hba.conf; " + RELOAD,
                            "grep -q samenet /run/lab/pg_hba.conf"))));

    private PostgresCauses() {}

    /** Returns a kind of trouble that a setting in postgresql.auto.conf makes; a change after it makes the server take the setting. */
    private static CauseKind setting(
            String word, int level, String place, String name, String value, String what, List<Change> after) {
        var set = new Change.Run(
                place,
                Account.POSTGRES,
                SQL + " -c \"alter system set " + name + " = '" + value + "'\" && " + RELOAD,
                undo(name) + "; " + RELOAD + " || :",
                isTrue("current_setting('" + name + "') = '" + value + "'"));
        var on = "psql --on " + place;
        var take = after.isEmpty() ? on + " \"select pg_reload_conf()\"" : "restart " + place;
        var repair = value.isEmpty()
                ? List.of("follow " + place)
                : List.of(on + " \"alter system reset " + name + "\"", take);
        return new CauseKind(
                word,
                level,
                List.of(place),
                what,
                on + " \"select 'it is: ' || current_setting('" + name + "') || '.'\"",
                "it is: " + value + "\\.",
                repair,
                after.isEmpty() ? List.of(set) : List.of(set, after.get(0)));
    }

    /** An empty primary_conninfo is replaced by {@code follow}: there is nothing else to go back to. */
    private static String undo(String name) {
        return name.equals("primary_conninfo") ? ":" : "sed -i '/^" + name + " /d' /run/lab/data/postgresql.auto.conf";
    }

    private static Change run(String place, String make, String undo, String present) {
        return new Change.Run(place, Account.POSTGRES, make, undo, present);
    }

    private static String isTrue(String condition) {
        return "test \"$(" + SQL + " -c \"select " + condition + "\")\" = t";
    }

    private static String typed(String sql) {
        return "psql -h /run/postgresql -U postgres -c \"" + sql + "\"";
    }
}
