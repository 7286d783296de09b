package org.pgpoollab.syntax;

import java.util.Iterator;
import java.util.List;

/** Completes SQL statements with SQL keywords, Pgpool-II's {@code SHOW} commands, and views and functions of a replicated PostgreSQL. */
public final class SqlWords implements Iterable<String> {

    private static final List<String> WORDS = List.of("""
                    select insert into values update set delete from where group by having order limit offset join left on
                    create table drop alter truncate index begin commit rollback explain analyze vacuum checkpoint copy
                    show pool_nodes pool_processes pool_pools pool_status pool_version pool_cache pool_health_check_stats pool_backend_stats
                    count(*) now() generate_series pg_is_in_recovery() inet_server_addr() pg_backend_pid() pg_postmaster_start_time()
                    pg_current_wal_lsn() pg_last_wal_replay_lsn() pg_last_wal_receive_lsn() pg_wal_lsn_diff pg_switch_wal() pg_sleep
                    pg_stat_activity pg_stat_replication pg_stat_wal_receiver pg_replication_slots pg_settings pg_stat_database""".split("\\s+"));

    @Override
    public Iterator<String> iterator() {
        return WORDS.iterator();
    }
}
